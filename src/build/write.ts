import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { CompiledChart } from '../charts/native.ts';
import type { Briefing } from '../document/document.ts';
import { blocksOnlyIn } from '../document/only-in.ts';
import { sha256 } from '../env/node.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { LayoutContext } from '../layout/context.ts';
import type { Market } from '../market/market.ts';
import type { VerifiedFile } from '../verify/verify.ts';
import type { Printed, Written } from '../writers/writer.ts';
import type { BuildOptions, BuiltFile, Format } from './options.ts';
import type { Plans } from './plan.ts';
import { plannedCells } from './planned-cells.ts';

export interface AllWritten {
  readonly files: readonly BuiltFile[];
  readonly printed: Readonly<Partial<Record<Format, readonly Printed[]>>>;
}

/** How files are written, beside what they hold. */
type WriteOptions = Pick<BuildOptions, 'formats' | 'pdfa'>;

type DocumentFormat = 'pptx' | 'docx' | 'pdf' | 'deck.pdf';

/** Each writer is imported only when its format is wanted. */
const WRITERS: Readonly<Record<DocumentFormat, (plans: Plans, options: WriteOptions) => Promise<Written | undefined>>> = {
  pptx: async ({ deck }) => deck && (await import('../writers/pptx/index.ts')).writePptx(deck),
  docx: async ({ flow, pages }) => flow && pages && (await import('../writers/docx/index.ts')).writeDocx(flow, pages.word),
  pdf: async ({ pages, fonts }, { pdfa }) =>
    pages && fonts && (await import('../writers/pdf/index.ts')).writePdf(pages, fonts, pdfa ? 'pdf-ua-1 and pdf-a-3a' : 'pdf-ua-1'),
  'deck.pdf': async ({ deckPages, deckFonts }) =>
    deckPages && deckFonts && (await import('../writers/pdf/index.ts')).writePdf(deckPages, deckFonts, 'pdf-ua-1'),
};

const isDocument = (format: Format): format is DocumentFormat => format in WRITERS;

const deckCharts = ({ deck }: Plans): readonly CompiledChart[] =>
  deck?.slides.flatMap((s) => s.shapes.flatMap((x) => (x.kind === 'chart' ? [x.chart] : []))) ?? [];

const reportCharts = ({ flow }: Plans): readonly CompiledChart[] =>
  flow?.blocks.flatMap((b) => (b.kind === 'figure' ? [b.chart] : [])) ?? [];

/** What verification asks of a file beside its texts. */
const askedOf = (format: DocumentFormat, plans: Plans, ledger: Ledger): Pick<VerifiedFile, 'charts' | 'slides'> => {
  if (format === 'pdf' || format === 'deck.pdf') return {};
  const charts = (format === 'pptx' ? deckCharts : reportCharts)(plans).map((c) => ({ id: c.native.id, cells: plannedCells(c, ledger) }));
  return format === 'pptx' && plans.deck ? { charts, slides: plans.deck.slides.length } : { charts };
};

/** Charts that stand in both Office files, by their order in each. */
const sharedCharts = (plans: Plans) => {
  const deck = deckCharts(plans).map((c) => c.native.id);
  const report = reportCharts(plans).map((c) => c.native.id);
  return deck.flatMap((id, i) => (report.includes(id) ? [{ id, deck: i, report: report.indexOf(id) }] : []));
};

/** Writes every wanted format, reads the finished files back, and adds the list of figures. */
export const write = async (
  market: Market,
  briefing: Briefing,
  plans: Plans,
  options: WriteOptions,
  context: LayoutContext,
  findings: readonly Diagnostic[],
): Promise<Outcome<AllWritten>> => {
  const { formats } = options;
  const files: BuiltFile[] = [];
  const printed: Partial<Record<Format, readonly Printed[]>> = {};
  const diagnostics: Diagnostic[] = [];
  const done = await Promise.all(
    formats.filter(isDocument).map(async (format) => ({ format, written: await WRITERS[format](plans, options) })),
  );
  for (const { format, written } of done) {
    if (!written) continue;
    files.push({ format, name: `${market.id}.${format}`, bytes: written.bytes });
    printed[format] = written.printed;
  }
  if (formats.includes('svg')) {
    const { sceneToSvg } = await import('../writers/svg/svg.ts');
    for (const chart of plans.charts)
      files.push({
        format: 'svg',
        name: `svg/${chart.native.id}.svg`,
        bytes: new TextEncoder().encode(sceneToSvg(chart.scene, context.theme, chart.alt)),
      });
  }
  const documents = done.flatMap(({ format, written }): readonly VerifiedFile[] =>
    written
      ? [
          {
            format,
            name: `${market.id}.${format}`,
            bytes: written.bytes,
            printed: written.printed,
            ...askedOf(format, plans, context.ledger),
          },
        ]
      : [],
  );
  if (documents.length > 0) diagnostics.push(...(await import('../verify/verify.ts')).verifyFiles(documents, sharedCharts(plans)));
  const result = (): Outcome<AllWritten> => ({ value: { files, printed }, diagnostics });
  // Pictures print no figures: a list of figures without the documents would contradict those of an earlier build beside it.
  if (formats.every((f) => f === 'svg')) return result();
  const { figuresJson } = await import('../writers/json/figures.ts');
  const json = figuresJson({
    id: market.id,
    title: market.title,
    date: briefing.date,
    ledger: context.ledger,
    locale: context.locale,
    sources: market.sources.map((s) => ({
      id: s.id,
      number: s.number,
      title: s.title,
      publisher: s.publisher,
      ...(s.url === undefined ? {} : { url: s.url }),
    })),
    areas: market.areas.map(({ span: _, ...area }) => area),
    files: documents.map((d) => ({ name: d.name, sha256: sha256(d.bytes) })),
    printed: Object.fromEntries(Object.entries(printed)),
    onlyIn: blocksOnlyIn(briefing.sections),
    headings: plans.flow?.blocks.flatMap((b) => (b.kind === 'heading' ? [{ number: b.number, text: b.text }] : [])) ?? [],
    findings: [...findings, ...diagnostics],
    counts: {
      slides: plans.deck?.slides.length ?? 0,
      pages: plans.pages?.pages.length ?? 0,
      charts: plans.charts.length,
      figures: context.ledger.figures.size,
    },
  });
  files.push({ format: 'figures', name: 'figures.json', bytes: new TextEncoder().encode(json) });
  return result();
};
