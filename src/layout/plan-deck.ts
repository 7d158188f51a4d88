import { inches } from '../base/geometry.ts';
import type { Span } from '../base/span.ts';
import type { Block, Briefing, Inline, Section, Subsection } from '../document/document.ts';
import { figuresIn, figuresInInlines, flatBlocks } from '../document/figures-in.ts';
import type { LayoutContext } from './context.ts';
import { coverBars } from './cover-art.ts';
import type { Deck, Shape, Slide, SlideLayout } from './deck.ts';
import { directed } from './deck-direction.ts';
import { labelWidthsOf } from './label-width.ts';
import { runsOf, sourceLine, sourcesBehind, textOf } from './print.ts';
import { type SharedScales, scaleFindings, sharedScales } from './shared-scales.ts';
import type { DeckContext } from './slide-blocks/block-layout.ts';
import { stack } from './slide-blocks/index.ts';
import { textShape } from './slide-blocks/text-blocks.ts';
import { namer, slideParts } from './slide-fit.ts';
import { type Aspect, GRIDS, type SlideGrid } from './slide-grid.ts';
import { slideLayouts, stickerShape } from './slide-layouts.ts';
import { noteBox } from './slide-note.ts';
import type { Paragraph } from './text.ts';
import { linesOf, paragraph, withoutOrphan } from './typeset.ts';

const inDeck = <T extends { readonly only?: 'deck' | 'report' }>(things: readonly T[]): readonly T[] =>
  things.filter((t) => t.only !== 'report');

const deckBlocks = (blocks: readonly Block[]): readonly Block[] =>
  inDeck(blocks).map((b): Block => (b.kind === 'columns' ? { ...b, columns: b.columns.map(deckBlocks) } : b));

const checkTitle = (title: Paragraph, width: number, most: number, hint: string, span: Span | undefined, context: LayoutContext): void => {
  const lines = linesOf(title.runs, width);
  if (lines <= most) return;
  context.report({
    code: 'layout/title-too-long',
    severity: 'error',
    message: `the title "${textOf(title.runs)}" needs ${lines} lines, and there is room for ${most}`,
    ...(span ? { span } : {}),
    hints: [hint],
  });
};

const COVER_LINES = 2;

const coverSlide = (briefing: Briefing, layouts: readonly SlideLayout[], grid: SlideGrid, context: LayoutContext): Slide => {
  const { cover } = briefing;
  const { zones } = grid;
  const place = (name: string) => layouts.find((l) => l.name === 'Cover')?.placeholders.find((p) => p.name === name)?.box ?? zones.body;
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
    layout: 'Cover',
    section: '',
    title: cover.title,
    shapes: [
      textShape('Label', zones.coverLabel, [text(cover.label, 14, 'coverMuted', true)]),
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
      ),
      textShape('Confidentiality', zones.coverFoot, [text(cover.confidentiality, 9, 'coverMuted')]),
      ...(cover.stickers.length > 0 ? [stickerShape(cover.stickers.join(' · '), false, grid)] : []),
      ...bars,
    ],
    notes: [
      paragraph([
        { text: `${cover.title}${stop}${sentenceSpace}${cover.subtitle}${stop}`, bold: false, italic: false, size: 12, color: 'ink' },
      ]),
    ],
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
    ...(sources.length === 0 ? [] : [plain(`${context.words.source}${context.locale.colon}${sourceLine(sources, context)}`)]),
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
export const planDeck = (briefing: Briefing, texts: DeckTexts, base: LayoutContext, aspect: Aspect = '16:9'): Deck => {
  const grid = GRIDS[aspect];
  const { zones } = grid;
  const subsections = inDeck(briefing.sections).flatMap((s) => inDeck(s.subsections));
  const labelWidth = labelWidthsOf(
    subsections.flatMap((u) => deckBlocks(u.blocks)),
    base,
  );
  const context: DeckContext = { ...base, labelWidth, grid };
  const layouts = slideLayouts(context.theme, grid);
  const content = layouts.find((l) => l.name === 'Content');
  const box = (name: string) => content?.placeholders.find((p) => p.name === name)?.box ?? zones.body;
  const slides: Slide[] = [coverSlide(briefing, layouts, grid, context)];
  const seen = new Map<string, number[]>();
  const sticker = briefing.cover.stickers.join(' · ');

  const addSlides = (section: Section, subsection: Subsection): void => {
    const planned = { ...context, slidesOf: (figure: string) => seen.get(figure) ?? [] };
    const parts = slideParts(deckBlocks(subsection.blocks), subsection, planned);
    parts.forEach((blocks, part) => {
      const number = slides.length + 1;
      const suffix: readonly Inline[] = parts.length === 1 ? [] : [{ kind: 'text', text: ` (${part + 1}/${parts.length})` }];
      const title = paragraph(
        withoutOrphan(
          runsOf([...subsection.title, ...suffix], { size: grid.title.size, bold: true, color: 'navy' }, context),
          box('title').w,
        ),
        { lineSpacing: 0.95 },
      );
      checkTitle(
        title,
        box('title').w,
        grid.title.lines,
        'shorten it to about 140 characters; titles are never shrunk',
        subsection.span,
        context,
      );
      const sources = sourcesBehind(subsection.title, blocks, subsection.sources, context);
      const bodyAt = (scales: SharedScales, report: LayoutContext['report']): readonly Shape[] =>
        stack(blocks, zones.body.w, { ...planned, name: namer(), scales, narrow: false, report }).draw(zones.body);
      const scales = sharedScales(
        flatBlocks(blocks).flatMap((b) => (b.kind === 'chart' ? [b.spec] : [])),
        (at) => bodyAt(at, () => {}).flatMap((s) => (s.kind === 'chart' ? [s.chart.native] : [])),
        context,
      );
      for (const d of scaleFindings(scales)) context.report(d);
      const body = bodyAt(scales, context.report);
      const foot = noteBox(subsection, blocks, sources, { zone: zones.note, scales }, context);
      const shapes: readonly Shape[] = [
        {
          kind: 'placeholder',
          placeholder: 'tracker',
          box: zones.tracker,
          paragraphs: [paragraph(runsOf(section.title, { size: 10, color: 'ink3' }, context))],
        },
        { kind: 'placeholder', placeholder: 'title', box: box('title'), paragraphs: [title] },
        ...(sticker === '' ? [] : [stickerShape(sticker, context.theme.logo !== undefined, grid)]),
        ...body,
        ...(foot.length === 0 ? [] : [textShape('Note and source', zones.note, foot, 'bottom')]),
        { kind: 'placeholder', placeholder: 'footer', box: zones.footerLeft, paragraphs: [footer(briefing.shortTitle, 'left')] },
        {
          kind: 'placeholder',
          placeholder: 'confidentiality',
          box: zones.footerRight,
          paragraphs: [footer(texts.confidentiality, 'right')],
        },
        {
          kind: 'placeholder',
          placeholder: 'number',
          box: zones.number,
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

  return directed({
    size: grid.slide,
    title: briefing.cover.title,
    publisher: briefing.publisher,
    language: briefing.language,
    direction: context.locale.direction,
    date: briefing.date,
    theme: context.theme,
    layouts,
    slides,
  });
};
