import type { Diagnostic } from '../base/diagnostic.ts';
import type { Env } from '../env/env.ts';
import type { Format } from './options.ts';
import type { Plans } from './plan.ts';

/** The plans with the fonts their PDF is drawn with. What no installed font has is a finding of the PDF alone: Office brings its own. */
export const withPdfFonts = async (
  plans: Plans,
  formats: readonly Format[],
  report: (diagnostic: Diagnostic) => void,
  env: Pick<Env, 'fontFile' | 'readFile'>,
): Promise<Plans> => {
  if (!plans.pages || !formats.includes('pdf')) return plans;
  const { openFonts } = await import('../writers/pdf/fonts.ts');
  const { value: fonts, diagnostics } = await openFonts(plans.pages, { path: env.fontFile, read: env.readFile });
  for (const d of diagnostics) report(d);
  return { ...plans, fonts };
};
