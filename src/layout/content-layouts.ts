import { type Box, inches } from '../base/geometry.ts';
import type { Placeholder, Role, SlideLayout } from './deck.ts';
import { type SlideGrid, splitBoxes } from './slide-grid.ts';

/** First index of each role: equal on every layout, so that PowerPoint keeps contents when a slide changes its layout. */
const INDEX: Readonly<Record<Role, number>> = {
  title: 0,
  tracker: 10,
  subtitle: 11,
  number: 12,
  footer: 13,
  confidentiality: 14,
  heading: 20,
  chart: 30,
  table: 34,
  picture: 38,
  content: 40,
  body: 44,
  takeaway: 46,
  note: 47,
  'section-number': 48,
  story: 49,
  quotation: 50,
  attribution: 51,
  'reading-heading': 52,
  reading: 53,
  'key-figure': 60,
  label: 70,
  statement: 90,
};

type Look = Pick<Placeholder, 'size' | 'bold' | 'color'> & Partial<Pick<Placeholder, 'align' | 'anchor' | 'lineSpacing'>>;

/** The placeholder of a role in a box; the n-th of its role, counted from 0. */
export const placeholder = (role: Role, box: Box, look: Look, n = 0): Placeholder => ({
  role,
  index: INDEX[role] + n,
  box,
  align: 'left',
  anchor: 'top',
  lineSpacing: 1,
  ...look,
});

const HEADING = inches(0.34);
const TEXT = { size: 14, bold: false, color: 'ink' } as const;
const STRONG = { size: 14, bold: true, color: 'ink' } as const;
const BLUE = { size: 14, bold: true, color: 'blue' } as const;

const headOf = (box: Box): Box => ({ ...box, h: HEADING });
const below = (box: Box, top = HEADING, foot = 0): Box => ({ ...box, y: box.y + top, h: box.h - top - foot });

const ROWS = 6;
const LABEL = { wide: inches(1.8), narrow: inches(1.5), gap: inches(0.2) } as const;

/** Labels and statements in rows of one pitch. */
const rowsIn = (box: Box, label: number, first: number, look: Look): readonly Placeholder[] =>
  Array.from({ length: ROWS }, (_, i) => {
    const [pitch, from] = [Math.floor(box.h / ROWS), label + LABEL.gap];
    const row = { ...box, y: box.y + i * pitch, h: pitch };
    return [
      placeholder('label', { ...row, w: label }, { ...look, anchor: 'middle' }, first + i),
      placeholder('statement', { ...row, x: row.x + from, w: row.w - from }, { ...TEXT, anchor: 'middle' }, first + i),
    ];
  }).flat();

const READINGS = 4;

const readingColumn = (box: Box): readonly Placeholder[] => {
  const pitch = Math.floor((box.h - HEADING) / READINGS);
  return [
    placeholder('reading-heading', headOf(box), BLUE),
    ...Array.from({ length: READINGS }, (_, i) =>
      placeholder(
        'reading',
        { ...box, y: box.y + HEADING + i * pitch, h: pitch },
        { size: 12, bold: false, color: 'ink', lineSpacing: 1.05 },
        i,
      ),
    ),
  ];
};

const keyFigures = (box: Box, grid: SlideGrid): readonly Placeholder[] =>
  splitBoxes([3, 3, 3, 3], box, grid).map((b, i) => placeholder('key-figure', b, { size: 12, bold: true, color: 'ink' }, i));

const half = (box: Box, n: number): readonly Placeholder[] => [
  placeholder('heading', headOf(box), STRONG, n),
  placeholder('content', below(box, HEADING, n === 0 ? 0 : inches(1.1)), TEXT, n),
];

const TILES = inches(1.42);

/** The placeholders a layout adds to those of every content slide. */
const contentOf = (grid: SlideGrid): readonly (Pick<SlideLayout, 'name' | 'title'> & { readonly own: readonly Placeholder[] })[] => {
  const { body, quotation, attribution } = grid.zones;
  const [left = body, right = body] = splitBoxes([6, 6], body, grid);
  const [exhibit = body, reading = body] = splitBoxes([8, 3], body, grid);
  return [
    {
      name: 'exhibit',
      title: 'Title and exhibit',
      own: [placeholder('heading', headOf(body), STRONG), placeholder('chart', below(body), TEXT)],
    },
    {
      name: 'exhibit-reading',
      title: 'Exhibit and reading column',
      own: [placeholder('heading', headOf(exhibit), STRONG), placeholder('content', below(exhibit), TEXT), ...readingColumn(reading)],
    },
    {
      name: 'two-columns',
      title: 'Two columns',
      own: [
        ...half(left, 0),
        ...half(right, 1),
        placeholder(
          'takeaway',
          { ...right, y: right.y + right.h - inches(0.9), h: inches(0.9) },
          { size: 16, bold: true, color: 'navy', anchor: 'middle' },
        ),
      ],
    },
    {
      name: 'two-lists',
      title: 'Two lists',
      own: [left, right].flatMap((box, n) => [
        placeholder('heading', headOf(box), { size: 18, bold: true, color: 'blue' }, n),
        ...rowsIn(below(box, inches(0.5)), LABEL.narrow, n * ROWS, STRONG),
      ]),
    },
    {
      name: 'table',
      title: 'Title and table',
      own: [placeholder('heading', headOf(body), BLUE), placeholder('table', below(body), { ...TEXT, size: 12 })],
    },
    { name: 'rows', title: 'Text in rows', own: rowsIn(body, LABEL.wide, 0, BLUE) },
    {
      name: 'rows-text',
      title: 'Rows above text',
      own: [
        ...rowsIn({ ...body, h: inches(2.9) }, LABEL.wide, 0, BLUE),
        placeholder('heading', headOf(below(body, inches(3))), BLUE),
        placeholder('body', below(body, inches(3.4)), { ...TEXT, size: 12, lineSpacing: 1.05 }),
      ],
    },
    {
      name: 'text-rows',
      title: 'Text beside rows',
      own: [
        placeholder('body', left, TEXT),
        placeholder('heading', headOf(right), { size: 18, bold: true, color: 'blue' }),
        ...rowsIn(below(right, inches(0.5)), LABEL.narrow, 0, STRONG),
      ],
    },
    {
      name: 'summary',
      title: 'Key figures and rows',
      own: [...keyFigures({ ...body, h: TILES }, grid), ...rowsIn(below(body, TILES + inches(0.2)), LABEL.wide, 0, BLUE)],
    },
    { name: 'text', title: 'Title and text', own: [placeholder('body', body, TEXT)] },
    {
      name: 'quote',
      title: 'Quote',
      own: [
        placeholder('quotation', quotation, { size: 24, bold: false, color: 'navy', lineSpacing: 1.1 }),
        placeholder('attribution', attribution, TEXT),
      ],
    },
    {
      name: 'closing',
      title: 'Closing',
      own: [placeholder('body', { ...body, w: exhibit.w }, { ...TEXT, size: 12, lineSpacing: 1.1 })],
    },
  ];
};

/** The layouts of content slides: title, what is each one's own, note, and what stands on every slide. */
export const contentLayouts = (furniture: readonly Placeholder[], grid: SlideGrid): readonly SlideLayout[] => {
  const head = furniture.filter((p) => p.role === 'tracker' || p.role === 'title');
  const foot = furniture.filter((p) => !head.includes(p));
  const note = placeholder('note', grid.zones.note, { size: 9, bold: false, color: 'ink3', anchor: 'bottom' });
  return contentOf(grid).map(({ name, title, own }) => ({
    name,
    title,
    background: 'page',
    ownArtwork: false,
    artwork: [],
    placeholders: [...head, ...own, note, ...foot],
  }));
};
