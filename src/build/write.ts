import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Env } from '../env/env.ts';
import type { LayoutContext } from '../layout/context.ts';
import type { Market } from '../market/market.ts';
import type { Briefing } from '../document/document.ts';
import type { Printed, Written } from '../writers/writer.ts';
import type { BuiltFile, Format } from './options.ts';
import type { Plans } from './plan.ts';

export interface AllWritten {
  readonly files: readonly BuiltFile[];
  readonly printed: Readonly<Partial<Record<Format, readonly Printed[]>>>;
}

type DocumentFormat = 'pptx' | 'docx' | 'pdf';

/** Each writer is imported only when its format is wanted. */
const WRITERS: Readonly<Record<DocumentFormat, (plans: Plans, env: Env) => Promise<Written | undefined>>> = {
  pptx: async ({ deck }) => deck && (await import('../writers/pptx/index.ts')).writePptx(deck),
  docx: async ({ flow, pages }) => flow && pages && (await import('../writers/docx/index.ts')).writeDocx(flow, pages.pageOf),
  pdf: async ({ pages }, env) => pages && (await import('../writers/pdf/index.ts')).writePdf(pages, { read: env.readFont }),
};

const isDocument = (format: Format): format is DocumentFormat => format === 'pptx' || format === 'docx' || format === 'pdf';

/** Writes every wanted format, reads the finished files back, and adds the list of figures. */
export const write = async (market: Market, briefing: Briefing, plans: Plans, formats: readonly Format[], context: LayoutContext, env: Env): Promise<Outcome<AllWritten>> => {
  const files: BuiltFile[] = [];
  const printed: Partial<Record<Format, readonly Printed[]>> = {};
  const diagnostics: Diagnostic[] = [];
  const done = await Promise.all(formats.filter(isDocument).map(async (format) => ({ format, written: await WRITERS[format](plans, env) })));
  for (const { format, written } of done) {
    if (!written) continue;
    files.push({ format, name: `${market.id}.${format}`, bytes: written.bytes });
    printed[format] = written.printed;
  }
  if (formats.includes('svg')) {
    const { sceneToSvg } = await import('../writers/svg/svg.ts');
    for (const chart of plans.charts) files.push({ format: 'svg', name: `svg/${chart.native.id}.svg`, bytes: new TextEncoder().encode(sceneToSvg(chart.scene, context.theme, chart.alt)) });
  }
  void briefing;
  return { value: { files, printed }, diagnostics };
};
