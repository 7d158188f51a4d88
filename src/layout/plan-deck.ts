import { inchBox, inches } from '../base/geometry.ts';
import type { Block, Briefing, Section } from '../document/document.ts';
import { contentSlide, figuresShown, type SlideDraft, slideId } from './content-slide.ts';
import type { LayoutContext } from './context.ts';
import { coverBars } from './cover-art.ts';
import type { Deck, DeckSection, Shape, Slide, SlideLayout } from './deck.ts';
import { labelWidthsOf } from './label-width.ts';
import { runsOf, textOf } from './print.ts';
import { draftMentions, slideMentions } from './slide-anchors.ts';
import { arranged } from './slide-arrangement.ts';
import type { DeckContext } from './slide-blocks/block-layout.ts';
import { textShape } from './slide-blocks/text-blocks.ts';
import { slideParts } from './slide-fit.ts';
import { ZONES } from './slide-grid.ts';
import { SLIDE_SIZE, slideLayouts, slideMaster, stickerShape } from './slide-layouts.ts';
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

const coverSlide = (briefing: Briefing, layouts: readonly SlideLayout[], context: LayoutContext): Slide => {
  const { cover } = briefing;
  const layout = layouts.find((l) => l.name === 'cover');
  if (!layout) throw new Error('the deck has no layout for its cover');
  const place = (name: string) => layout.placeholders.find((p) => p.role === name)?.box ?? ZONES.body;
  const text = (t: string, size: number, color: 'coverText' | 'coverMuted', bold = false): Paragraph =>
    paragraph([{ text: t, bold, italic: false, size, color }], { spaceAfter: 4 });
  const title = paragraph(
    withoutOrphan([{ text: cover.title, bold: true, italic: false, size: 44, color: 'coverText' }], place('title').w),
    {
      lineSpacing: 0.95,
    },
  );
  checkTitle(title, place('title').w, 'shorten the "title" of the market file to about 60 characters', undefined, context);
  const area = inchBox(5.83, 4.1, 7, 3.4);
  const bars = coverBars(cover.bars, { w: area.w, h: area.h, mostPitch: inches(0.98) }).map(
    ({ x, w, h, color }, i): Shape => ({
      kind: 'rect',
      name: `Cover bar ${i + 1}`,
      box: { x: area.x + Math.round(x), y: SLIDE_SIZE.h - Math.round(h), w: Math.round(w), h: Math.round(h) },
      fill: { kind: 'solid', color },
    }),
  );
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
        textShape('Label', inchBox(0.9, 0.75, 8, 0.3), [text(cover.label, 14, 'coverMuted', true)], 'top', 'tracker'),
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
          inchBox(0.9, 5.35, 5, 0.9),
          facts.map((f) => text(f, 14, 'coverText')),
          'bottom',
          'body',
        ),
        textShape('Confidentiality', inchBox(0.9, 6.85, 5, 0.2), [text(cover.confidentiality, 9, 'coverMuted')], 'top', 'confidentiality'),
        ...(cover.stickers.length > 0 ? [stickerShape(cover.stickers.join(' · '), false)] : []),
        ...bars,
      ],
      layout,
    ),
    notes: [paragraph([{ text: `${cover.title}. ${cover.subtitle}.`, bold: false, italic: false, size: 12, color: 'ink' }])],
  };
};

interface DeckTexts {
  readonly confidentiality: string;
}

/** The slides a section has, in parts where a subsection needs several. */
const draftsOf = (section: Section, sectionNumber: number, context: DeckContext): readonly SlideDraft[] =>
  inDeck(section.subsections).flatMap((subsection) => {
    const set = arranged(deckBlocks(subsection.blocks), subsection.layout);
    const parts = slideParts(withShortStatements(withNarrowTables(set, context), context), subsection, context);
    return parts.map((blocks, part): SlideDraft => ({ section, sectionNumber, subsection, blocks, part, parts: parts.length }));
  });

const sectionsOf = (briefing: Briefing, slides: readonly Slide[], context: LayoutContext): readonly DeckSection[] => {
  const own = briefing.sections.map((s) => ({ id: s.id, name: textOf(runsOf(s.title, { size: 10 }, context)) }));
  return [{ id: '', name: briefing.cover.label }, ...own].filter(({ id }) => slides.some((s) => s.section === id));
};

/** Plans the slides of a briefing. What does not fit continues on the next slide; text is never shrunk or cut. */
export const planDeck = (briefing: Briefing, texts: DeckTexts, base: LayoutContext): Deck => {
  const sections = inDeck(briefing.sections);
  const shown = sections.flatMap((s) => inDeck(s.subsections).flatMap((u) => deckBlocks(u.blocks)));
  const draft: DeckContext = { ...base, slides: draftMentions(base.words.slide), labelWidth: labelWidthsOf(shown, base) };
  const layouts = slideLayouts(base.theme);
  const drafts = sections.filter((s) => inDeck(s.subsections).length > 0).flatMap((s, i) => draftsOf(s, i + 1, draft));
  const named = drafts.map((d) => ({ ...d, id: slideId(d), anchors: d.subsection.anchors ?? [] }));
  const context: DeckContext = { ...draft, slides: slideMentions(named, 2, base.words.slide) };
  const origins = shown.flatMap((b) => (b.kind === 'trace' ? b.rows : []));
  const slides: Slide[] = [coverSlide(briefing, layouts, context)];
  const seen = new Map<string, number[]>();
  for (const draft of drafts) {
    const number = slides.length + 1;
    slides.push(
      contentSlide(
        draft,
        {
          number,
          layouts,
          sticker: briefing.cover.stickers.join(' · '),
          footer: briefing.shortTitle,
          confidentiality: texts.confidentiality,
          slidesOf: (figure) => seen.get(figure) ?? [],
          origins,
        },
        context,
      ),
    );
    for (const figure of figuresShown(draft)) seen.set(figure, [...new Set([...(seen.get(figure) ?? []), number])]);
  }
  return {
    size: SLIDE_SIZE,
    title: briefing.cover.title,
    publisher: briefing.publisher,
    language: briefing.language,
    date: briefing.date,
    theme: context.theme,
    master: slideMaster(context.theme),
    layouts,
    sections: sectionsOf(briefing, slides, context),
    slides,
  };
};
