import { inchBox, inches } from '../base/geometry.ts';
import type { Span } from '../base/span.ts';
import type { Block, Briefing, Inline, Section, Subsection } from '../document/document.ts';
import { figuresIn, figuresInInlines, flatBlocks } from '../document/figures-in.ts';
import type { LayoutContext } from './context.ts';
import { coverBars } from './cover-art.ts';
import type { Deck, Shape, Slide, SlideLayout } from './deck.ts';
import { labelWidthsOf } from './label-width.ts';
import { runsOf, sourceLine, sourcesBehind, textOf } from './print.ts';
import { type SharedScales, scaleFindings, sharedScales } from './shared-scales.ts';
import type { DeckContext } from './slide-blocks/block-layout.ts';
import { stack } from './slide-blocks/index.ts';
import { textShape } from './slide-blocks/text-blocks.ts';
import { namer, slideParts } from './slide-fit.ts';
import { ZONES } from './slide-grid.ts';
import { SLIDE_SIZE, slideLayouts, stickerShape } from './slide-layouts.ts';
import { noteBox } from './slide-note.ts';
import type { Paragraph } from './text.ts';
import { linesOf, paragraph, withoutOrphan } from './typeset.ts';

const TITLE_LINES = 2;

const inDeck = <T extends { readonly only?: 'deck' | 'report' }>(things: readonly T[]): readonly T[] =>
  things.filter((t) => t.only !== 'report');

const deckBlocks = (blocks: readonly Block[]): readonly Block[] =>
  inDeck(blocks).map((b): Block => (b.kind === 'columns' ? { ...b, columns: b.columns.map(deckBlocks) } : b));

const checkTitle = (title: Paragraph, width: number, hint: string, span: Span | undefined, context: LayoutContext): void => {
  const lines = linesOf(title.runs, width);
  if (lines <= TITLE_LINES) return;
  context.report({
    code: 'layout/title-too-long',
    severity: 'error',
    message: `the title "${textOf(title.runs)}" needs ${lines} lines, and there is room for ${TITLE_LINES}`,
    ...(span ? { span } : {}),
    hints: [hint],
  });
};

const coverSlide = (briefing: Briefing, layouts: readonly SlideLayout[], context: LayoutContext): Slide => {
  const { cover } = briefing;
  const place = (name: string) => layouts.find((l) => l.name === 'Cover')?.placeholders.find((p) => p.name === name)?.box ?? ZONES.body;
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
    layout: 'Cover',
    section: '',
    title: cover.title,
    shapes: [
      textShape('Label', inchBox(0.9, 0.75, 8, 0.3), [text(cover.label, 14, 'coverMuted', true)]),
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
      ),
      textShape('Confidentiality', inchBox(0.9, 6.85, 5, 0.2), [text(cover.confidentiality, 9, 'coverMuted')]),
      ...(cover.stickers.length > 0 ? [stickerShape(cover.stickers.join(' · '), false)] : []),
      ...bars,
    ],
    notes: [paragraph([{ text: `${cover.title}. ${cover.subtitle}.`, bold: false, italic: false, size: 12, color: 'ink' }])],
  };
};

const notesOf = (
  subsection: Subsection,
  blocks: readonly Block[],
  shapes: readonly Shape[],
  sources: readonly string[],
  context: LayoutContext,
): readonly Paragraph[] => {
  const style = { size: 12 } as const;
  const written = blocks
    .flatMap((b) => (b.kind === 'notes' ? b.blocks : []))
    .flatMap((b) => (b.kind === 'paragraph' ? [b.inlines] : b.kind === 'list' ? b.items : []));
  const charts = shapes.flatMap((s) => (s.kind === 'chart' ? [s.chart.alt] : []));
  const plain = (text: string): readonly Inline[] => [{ kind: 'text', text }];
  const lines = [
    ...written,
    ...charts.map(plain),
    ...(sources.length === 0 ? [] : [plain(`${context.words.source}: ${sourceLine(sources, context)}`)]),
  ];
  const texts = lines.length === 0 ? [subsection.title] : lines;
  return texts.map((t) => paragraph(runsOf(t, style, context), { spaceAfter: 6 }));
};

const footer = (text: string, align: 'left' | 'right'): Paragraph =>
  paragraph([{ text, bold: false, italic: false, size: 8, color: 'ink3' }], { align });

interface DeckTexts {
  readonly confidentiality: string;
}

/** Plans the slides of a briefing. What does not fit continues on the next slide; text is never shrunk or cut. */
export const planDeck = (briefing: Briefing, texts: DeckTexts, base: LayoutContext): Deck => {
  const subsections = inDeck(briefing.sections).flatMap((s) => inDeck(s.subsections));
  const labelWidth = labelWidthsOf(
    subsections.flatMap((u) => deckBlocks(u.blocks)),
    base,
  );
  const context: DeckContext = { ...base, labelWidth };
  const layouts = slideLayouts(context.theme);
  const content = layouts.find((l) => l.name === 'Content');
  const box = (name: string) => content?.placeholders.find((p) => p.name === name)?.box ?? ZONES.body;
  const slides: Slide[] = [coverSlide(briefing, layouts, context)];
  const seen = new Map<string, number[]>();
  const sticker = briefing.cover.stickers.join(' · ');

  const addSlides = (section: Section, subsection: Subsection): void => {
    const parts = slideParts(deckBlocks(subsection.blocks), subsection, context);
    parts.forEach((blocks, part) => {
      const number = slides.length + 1;
      const suffix: readonly Inline[] = parts.length === 1 ? [] : [{ kind: 'text', text: ` (${part + 1}/${parts.length})` }];
      const title = paragraph(
        withoutOrphan(runsOf([...subsection.title, ...suffix], { size: 24, bold: true, color: 'navy' }, context), box('title').w),
        { lineSpacing: 0.95 },
      );
      checkTitle(title, box('title').w, 'shorten it to about 140 characters; titles are never shrunk', subsection.span, context);
      const sources = sourcesBehind(subsection.title, blocks, subsection.sources, context);
      const bodyAt = (scales: SharedScales, report: LayoutContext['report']): readonly Shape[] =>
        stack(blocks, ZONES.body.w, {
          ...context,
          name: namer(),
          slidesOf: (figure: string) => seen.get(figure) ?? [],
          scales,
          narrow: false,
          report,
        }).draw(ZONES.body);
      const scales = sharedScales(
        flatBlocks(blocks).flatMap((b) => (b.kind === 'chart' ? [b.spec] : [])),
        (at) => bodyAt(at, () => {}).flatMap((s) => (s.kind === 'chart' ? [s.chart.native] : [])),
        context,
      );
      for (const d of scaleFindings(scales)) context.report(d);
      const body = bodyAt(scales, context.report);
      const foot = noteBox(subsection, blocks, sources, scales, context);
      const shapes: readonly Shape[] = [
        {
          kind: 'placeholder',
          placeholder: 'tracker',
          box: ZONES.tracker,
          paragraphs: [paragraph(runsOf(section.title, { size: 10, color: 'ink3' }, context))],
        },
        { kind: 'placeholder', placeholder: 'title', box: box('title'), paragraphs: [title] },
        ...(sticker === '' ? [] : [stickerShape(sticker, context.theme.logo !== undefined)]),
        ...body,
        ...(foot.length === 0 ? [] : [textShape('Note and source', ZONES.note, foot, 'bottom')]),
        { kind: 'placeholder', placeholder: 'footer', box: ZONES.footerLeft, paragraphs: [footer(briefing.shortTitle, 'left')] },
        {
          kind: 'placeholder',
          placeholder: 'confidentiality',
          box: ZONES.footerRight,
          paragraphs: [footer(texts.confidentiality, 'right')],
        },
        {
          kind: 'placeholder',
          placeholder: 'number',
          box: ZONES.number,
          paragraphs: [paragraph([{ text: String(number), bold: true, italic: false, size: 8, color: 'ink' }], { align: 'right' })],
        },
      ];
      for (const figure of blocks.some((b) => b.kind === 'trace') ? [] : [...figuresInInlines(subsection.title), ...figuresIn(blocks)])
        seen.set(figure, [...new Set([...(seen.get(figure) ?? []), number])]);
      slides.push({
        id: parts.length === 1 ? subsection.id : `${subsection.id}-${part + 1}`,
        layout: 'Content',
        section: section.id,
        title: textOf(title.runs),
        shapes,
        notes: notesOf(subsection, blocks, shapes, sources, context),
      });
    });
  };

  for (const section of inDeck(briefing.sections)) for (const subsection of inDeck(section.subsections)) addSlides(section, subsection);

  return {
    size: SLIDE_SIZE,
    title: briefing.cover.title,
    publisher: briefing.publisher,
    language: briefing.language,
    date: briefing.date,
    theme: context.theme,
    layouts,
    slides,
  };
};
