import type { Diagnostic } from '../base/diagnostic.ts';
import type { Env } from '../env/env.ts';
import type { Pages } from '../layout/pages.ts';
import type { PdfFonts } from '../writers/pdf/fonts.ts';
import type { Format } from './options.ts';
import type { Plans } from './plan.ts';

/** The plans with the fonts their PDFs are drawn with. What no installed font has is a finding of the PDFs alone: Office brings its own. */
export const withPdfFonts = async (
  plans: Plans,
  formats: readonly Format[],
  report: (diagnostic: Diagnostic) => void,
  env: Pick<Env, 'fontFile' | 'readFile'>,
): Promise<Plans> => {
  const [document, deck] = [formats.includes('pdf') ? plans.pages : undefined, plans.deckPages];
  if (!document && !deck) return plans;
  const { openFonts } = await import('../writers/pdf/fonts.ts');
  const opened = async (pages: Pages | undefined): Promise<PdfFonts | undefined> => {
    if (!pages) return undefined;
    const { value, diagnostics } = await openFonts(pages, { path: env.fontFile, read: env.readFile });
    for (const d of diagnostics) report(d);
    return value;
  };
  const [fonts, deckFonts] = [await opened(document), await opened(deck)];
  return { ...plans, ...(fonts ? { fonts } : {}), ...(deckFonts ? { deckFonts } : {}) };
};
