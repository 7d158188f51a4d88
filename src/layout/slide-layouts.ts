import { inchBox, inches } from '../base/geometry.ts';
import type { Theme } from '../brand/theme.ts';
import type { Shape, SlideLayout } from './deck.ts';
import { SLIDE, ZONES } from './slide-grid.ts';
import { paragraph } from './typeset.ts';

/** ILLUSTRATIVE or DRAFT, in the tracker's row; left of the logo where there is one. */
export const stickerShape = (text: string, besideLogo: boolean): Shape => ({
  kind: 'text',
  name: 'Sticker',
  box: besideLogo ? { ...ZONES.sticker, x: ZONES.logo.x - ZONES.sticker.w - inches(0.2) } : ZONES.sticker,
  anchor: 'middle',
  fill: { kind: 'solid', color: 'page' },
  stroke: { color: 'rust', width: 1, dashed: false },
  inset: { left: 0, top: 0, right: 0, bottom: 0 },
  paragraphs: [paragraph([{ text, bold: true, italic: false, size: 10, color: 'rust' }], { align: 'center' })],
});

/** The two layouts of a deck: what a customer would call the template. */
export const slideLayouts = (theme: Theme): readonly SlideLayout[] => [
  {
    name: 'Cover',
    background: 'navy',
    artwork: [],
    placeholders: [
      {
        name: 'title',
        align: 'left',
        box: inchBox(0.9, 1.3, 11.5, 1.5),
        size: 44,
        bold: true,
        color: 'coverText',
        anchor: 'top',
        lineSpacing: 0.95,
      },
      {
        name: 'subtitle',
        align: 'left',
        box: inchBox(0.9, 2.95, 11.5, 0.9),
        size: 20,
        bold: false,
        color: 'coverText',
        anchor: 'top',
        lineSpacing: 1,
      },
    ],
  },
  {
    name: 'Content',
    background: 'page',
    artwork: [
      { kind: 'line', name: 'Title rule', box: ZONES.titleRule, stroke: { color: 'navy', width: 1, dashed: false } },
      { kind: 'line', name: 'Footer rule', box: ZONES.footerRule, stroke: { color: 'grid', width: 0.75, dashed: false } },
      ...(theme.logo
        ? [{ kind: 'picture', name: 'Logo', alt: theme.logo.alt, box: logoBox(theme.logo), png: theme.logo.png } satisfies Shape]
        : []),
    ],
    placeholders: [
      {
        name: 'title',
        align: 'left',
        box: theme.logo ? { ...ZONES.title, w: inches(10.8) } : ZONES.title,
        size: 24,
        bold: true,
        color: 'navy',
        anchor: 'top',
        lineSpacing: 0.95,
      },
      { name: 'tracker', align: 'left', box: ZONES.tracker, size: 10, bold: false, color: 'ink3', anchor: 'top', lineSpacing: 1 },
      { name: 'footer', align: 'left', box: ZONES.footerLeft, size: 8, bold: false, color: 'ink3', anchor: 'top', lineSpacing: 1 },
      {
        name: 'confidentiality',
        align: 'right',
        box: ZONES.footerRight,
        size: 8,
        bold: false,
        color: 'ink3',
        anchor: 'top',
        lineSpacing: 1,
      },
      { name: 'number', align: 'right', box: ZONES.number, size: 8, bold: true, color: 'ink', anchor: 'top', lineSpacing: 1 },
    ],
  },
];

/** The logo's place at the top right, in its own proportions. */
const logoBox = (logo: NonNullable<Theme['logo']>) => {
  const scale = Math.min(ZONES.logo.w / logo.width, ZONES.logo.h / logo.height);
  const [w, h] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return { x: ZONES.logo.x + ZONES.logo.w - w, y: ZONES.logo.y, w, h };
};

export const SLIDE_SIZE = SLIDE;
