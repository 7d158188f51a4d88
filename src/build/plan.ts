import type { CompiledChart } from '../charts/native.ts';
import type { Briefing } from '../document/document.ts';
import type { LayoutContext } from '../layout/context.ts';
import type { Deck } from '../layout/deck.ts';
import type { Flow } from '../layout/flow.ts';
import type { Pages } from '../layout/pages.ts';
import { paperOf } from '../layout/paper.ts';
import type { PdfFonts } from '../writers/pdf/fonts.ts';
import type { BuildOptions, Format } from './options.ts';

/** What the wanted formats need, each planned once. The report's page plan also numbers the contents of the Word file. */
export interface Plans {
  readonly deck?: Deck;
  readonly flow?: Flow;
  readonly pages?: Pages;
  /** The deck as pages of a PDF. */
  readonly deckPages?: Pages;
  /** Opened where the PDF of the report is wanted. */
  readonly fonts?: PdfFonts;
  /** Opened where the PDF of the deck is wanted. */
  readonly deckFonts?: PdfFonts;
  readonly charts: readonly CompiledChart[];
}

const has = (formats: readonly Format[], ...any: readonly Format[]): boolean => any.some((f) => formats.includes(f));

export const plan = async (
  briefing: Briefing,
  formats: readonly Format[],
  context: LayoutContext,
  shape: Pick<BuildOptions, 'aspect' | 'handout' | 'paper'> = {},
): Promise<Plans> => {
  const texts = { confidentiality: briefing.cover.confidentiality };
  let deck: Deck | undefined;
  let flow: Flow | undefined;
  let pages: Pages | undefined;
  if (has(formats, 'pptx', 'deck.pdf', 'json'))
    deck = (await import('../layout/plan-deck.ts')).planDeck(briefing, texts, context, shape.aspect);
  let deckPages: Pages | undefined;
  const paper = paperOf(shape.paper, context.locale.paper);
  if (deck && formats.includes('deck.pdf'))
    deckPages = (await import('../layout/deck-pages/index.ts')).deckPages(deck, shape.handout ? paper : undefined);
  if (has(formats, 'docx', 'pdf', 'svg', 'json')) {
    const [{ planFlow }, { planPages }] = await Promise.all([import('../layout/plan-flow.ts'), import('../layout/pages/index.ts')]);
    flow = planFlow(briefing, { ...texts, page: paper }, context);
    if (has(formats, 'docx', 'pdf', 'json')) pages = planPages(flow);
  }
  const charts = flow
    ? flow.blocks.flatMap((b) => (b.kind === 'figure' ? [b.chart] : []))
    : (deck?.slides.flatMap((s) => s.shapes.flatMap((x) => (x.kind === 'chart' ? [x.chart] : []))) ?? []);
  return { ...(deck ? { deck } : {}), ...(flow ? { flow } : {}), ...(pages ? { pages } : {}), ...(deckPages ? { deckPages } : {}), charts };
};
