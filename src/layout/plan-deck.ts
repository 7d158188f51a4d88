import { inches } from '../base/geometry.ts';
import type { Block, Briefing, Section, Subsection } from '../document/document.ts';
import { contentSlide, figuresShown, type SlideDraft, slideId } from './content-slide.ts';
import type { LayoutContext } from './context.ts';
import { coverBars } from './cover-art.ts';
import type { Deck, DeckSection, Shape, Slide, SlideLayout } from './deck.ts';
import { directed } from './deck-direction.ts';
import { labelWidthsOf } from './label-width.ts';
import { runsOf, textOf } from './print.ts';
import { draftMentions, slideMentions } from './slide-anchors.ts';
import { arranged } from './slide-arrangement.ts';
import type { DeckContext, SlideContext } from './slide-blocks/block-layout.ts';
import { textShape } from './slide-blocks/text-blocks.ts';
import { slideParts } from './slide-fit.ts';
import { type Aspect, GRIDS, type SlideGrid } from './slide-grid.ts';
import { slideLayouts, slideMaster, stickerShape } from './slide-layouts.ts';
import { inSlots } from './slide-slots.ts';
import { withShortStatements } from './slide-statements.ts';
import { withNarrowTables } from './slide-tables.ts';
import { checkTitle } from './slide-title.ts';
import type { Paragraph } from './text.ts';
import { paragraph, withoutOrphan } from './typeset.ts';

const inDeck = <T extends { readonly only?: 'deck' | 'report' }>(things: readonly T[]): readonly T[] =>
  things.filter((t) => t.only !== 'report');

const deckBlocks = (blocks: readonly Block[]): readonly Block[] =>
  inDeck(blocks).map((b): Block => (b.kind === 'columns' ? { ...b, columns: b.columns.map(deckBlocks) } : b));

const COVER_LINES = 2;

const coverSlide = (briefing: Briefing, layouts: readonly SlideLayout[], grid: SlideGrid, context: LayoutContext): Slide => {
  const { cover } = briefing;
  const { zones } = grid;
  const layout = layouts.find((l) => l.name === 'cover');
  if (!layout) throw new Error('the deck has no layout for its cover');
  const place = (name: string) => layout.placeholders.find((p) => p.role === name)?.box ?? zones.body;
  const text = (t: string, size: number, color: 'coverText' | 'coverMuted', bold = false): Paragraph =>
    paragraph([{ text: t, bold, italic: false, size, color }], { spaceAfter: 4 });
  const title = paragraph(
    withoutOrphan([{ text: cover.title, bold: true, italic: false, size: grid.title.cover, color: 'coverText' }], place('title').w),
    {
      lineSpacing: 0.95,
    },
  );
  checkTitle(title, place('title').w, COVER_LINES, 'shorten the "title" of the market file to about 60 characters', undefined, context);
  const area = zones.coverBars;
  const bars = coverBars(cover.bars, { w: area.w, h: area.h, mostPitch: inches(0.98) }).map(
    ({ x, w, h, color }, i): Shape => ({
      kind: 'rect',
      name: `Cover bar ${i + 1}`,
      box: { x: area.x + Math.round(x), y: grid.slide.h - Math.round(h), w: Math.round(w), h: Math.round(h) },
      fill: { kind: 'solid', color },
    }),
  );
  const { stop, sentenceSpace } = context.locale;
  const facts = [
    cover.preparedFor === undefined ? undefined : `${context.words.preparedFor} ${cover.preparedFor}`,
    cover.date,
    cover.edition,
  ].filter((t) => t !== undefined);
  return {
    id: 'cover',
    layout: 'cover',
    section: '',
    title: cover.title,
    shapes: inSlots(
      [
        textShape('Label', zones.coverLabel, [text(cover.label, 14, 'coverMuted', true)], 'top', 'tracker'),
        {
          kind: 'placeholder',
          placeholder: 'title',
          box: place('title'),
          paragraphs: [title],
        },
        {
          kind: 'placeholder',
          placeholder: 'subtitle',
          box: place('subtitle'),
          paragraphs: [paragraph([{ text: cover.subtitle, bold: false, italic: false, size: 20, color: 'coverText' }])],
        },
        textShape(
          'Facts',
          zones.coverFacts,
          facts.map((f) => text(f, 14, 'coverText')),
          'bottom',
          'body',
        ),
        textShape('Confidentiality', zones.coverFoot, [text(cover.confidentiality, 9, 'coverMuted')], 'top', 'confidentiality'),
        ...(cover.stickers.length > 0 ? [stickerShape(cover.stickers.join(' · '), false, grid)] : []),
        ...bars,
      ],
      layout,
    ),
    notes: [
      paragraph([
        { text: `${cover.title}${stop}${sentenceSpace}${cover.subtitle}${stop}`, bold: false, italic: false, size: 12, color: 'ink' },
      ]),
    ],
  };
};

interface DeckTexts {
  readonly confidentiality: string;
}

/** Number of the first slide after the cover. */
const FIRST_CONTENT = 2;

/** The numbers of the slides that print a figure, of those that are drafted. */
const slidesShowing = (drafts: readonly SlideDraft[]): SlideContext['slidesOf'] => {
  const numbers = new Map<string, number[]>();
  drafts.forEach((draft, i) => {
    for (const figure of new Set(figuresShown(draft))) numbers.set(figure, [...(numbers.get(figure) ?? []), FIRST_CONTENT + i]);
  });
  return (figure) => numbers.get(figure) ?? [];
};

/** The slides of the deck after its cover, in parts where a subsection needs several. */
const draftsIn = (sections: readonly Section[], context: DeckContext): readonly SlideDraft[] => {
  const drafts: SlideDraft[] = [];
  sections
    .filter((s) => inDeck(s.subsections).length > 0)
    .forEach((section, i) => {
      for (const subsection of inDeck(section.subsections)) {
        const set = arranged(deckBlocks(subsection.blocks), subsection.layout);
        // The table of origins is as high as the slides before it are many.
        const planned = { ...context, slidesOf: slidesShowing(drafts), section: i + 1 };
        const parts = slideParts(withShortStatements(withNarrowTables(set, context), context), subsection, planned);
        parts.forEach((blocks, part) => {
          drafts.push({ section, sectionNumber: i + 1, subsection, blocks, part, parts: parts.length });
        });
      }
    });
  return drafts;
};

const beyondOf = ({ blocks }: Subsection): number | undefined => blocks.flatMap((b) => (b.kind === 'divider' ? [b.beyond] : []))[0];

/** The sections without the dividers for which the deck has too few slides, or their section a single one. */
const withDividers = (sections: readonly Section[], context: DeckContext): readonly Section[] => {
  const kept = (keep: (section: Section, beyond: number) => boolean): readonly Section[] =>
    sections.map((s) => ({
      ...s,
      subsections: s.subsections.filter((u) => {
        const beyond = beyondOf(u);
        return beyond === undefined || keep(s, beyond);
      }),
    }));
  if (!sections.some((s) => s.subsections.some((u) => beyondOf(u) !== undefined))) return sections;
  // What is found wrong on the way is found again when the deck is drafted.
  const without = draftsIn(
    kept(() => false),
    { ...context, report: () => undefined },
  );
  const slidesIn = ({ id }: Section): number => without.filter((d) => d.section.id === id).length;
  return kept((section, beyond) => without.length + 1 > beyond && slidesIn(section) > 1);
};

const sectionsOf = (briefing: Briefing, slides: readonly Slide[], context: LayoutContext): readonly DeckSection[] => {
  const own = briefing.sections.map((s) => ({ id: s.id, name: textOf(runsOf(s.title, { size: 10 }, context)) }));
  return [{ id: '', name: briefing.cover.label }, ...own].filter(({ id }) => slides.some((s) => s.section === id));
};

/** Plans the slides of a briefing. What does not fit continues on the next slide; text is never shrunk or cut. */
export const planDeck = (briefing: Briefing, texts: DeckTexts, base: LayoutContext, aspect: Aspect = '16:9'): Deck => {
  const grid = GRIDS[aspect];
  const sections = inDeck(briefing.sections);
  const shown = sections.flatMap((s) => inDeck(s.subsections).flatMap((u) => deckBlocks(u.blocks)));
  const draft: DeckContext = { ...base, slides: draftMentions(base.words.slide), labelWidth: labelWidthsOf(shown, base), grid };
  const layouts = slideLayouts(base.theme, grid);
  const drafts = draftsIn(withDividers(sections, draft), draft);
  const named = drafts.map((d) => ({ ...d, id: slideId(d), anchors: d.subsection.anchors ?? [] }));
  const context: DeckContext = { ...draft, slides: slideMentions(named, FIRST_CONTENT, base.words.slide) };
  const origins = shown.flatMap((b) => (b.kind === 'trace' ? b.rows : []));
  const slides = [
    coverSlide(briefing, layouts, grid, context),
    ...drafts.map((d, i) =>
      contentSlide(
        d,
        {
          number: FIRST_CONTENT + i,
          layouts,
          sticker: briefing.cover.stickers.join(' · '),
          footer: briefing.shortTitle,
          confidentiality: texts.confidentiality,
          slidesOf: slidesShowing(drafts.slice(0, i)),
          origins,
        },
        context,
      ),
    ),
  ];
  return directed({
    size: grid.slide,
    title: briefing.cover.title,
    publisher: briefing.publisher,
    language: briefing.language,
    direction: context.locale.direction,
    date: briefing.date,
    theme: context.theme,
    master: slideMaster(context.theme, grid),
    layouts,
    sections: sectionsOf(briefing, slides, context),
    slides,
  });
};
