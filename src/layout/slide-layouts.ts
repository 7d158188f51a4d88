import { type Box, inches } from '../base/geometry.ts';
import type { Theme } from '../brand/theme.ts';
import type { Shape, SlideLayout } from './deck.ts';
import type { SlideGrid } from './slide-grid.ts';
import { paragraph } from './typeset.ts';

/** ILLUSTRATIVE or DRAFT, in the tracker's row; left of the logo where there is one. */
export const stickerShape = (text: string, besideLogo: boolean, { zones }: SlideGrid): Shape => ({
  kind: 'text',
  name: 'Sticker',
  box: besideLogo ? { ...zones.sticker, x: zones.logo.x - zones.sticker.w - inches(0.2) } : zones.sticker,
  anchor: 'middle',
  fill: { kind: 'solid', color: 'page' },
  stroke: { color: 'rust', width: 1, dashed: false },
  inset: { left: 0, top: 0, right: 0, bottom: 0 },
  paragraphs: [paragraph([{ text, bold: true, italic: false, size: 10, color: 'rust' }], { align: 'center' })],
});

/** The two layouts of a deck: what a customer would call the template. */
export const slideLayouts = (theme: Theme, { zones, title }: SlideGrid): readonly SlideLayout[] => [
  {
    name: 'Cover',
    background: 'cover',
    artwork: [],
    placeholders: [
      {
        name: 'title',
        align: 'left',
        box: zones.coverTitle,
        size: title.cover,
        bold: true,
        color: 'coverText',
        anchor: 'top',
        lineSpacing: 0.95,
      },
      {
        name: 'subtitle',
        align: 'left',
        box: zones.coverSubtitle,
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
      { kind: 'line', name: 'Title rule', box: zones.titleRule, stroke: { color: 'navy', width: 1, dashed: false } },
      { kind: 'line', name: 'Footer rule', box: zones.footerRule, stroke: { color: 'grid', width: 0.75, dashed: false } },
      ...(theme.logo
        ? [
            {
              kind: 'picture',
              name: 'Logo',
              alt: theme.logo.alt,
              box: logoBox(theme.logo, zones.logo),
              png: theme.logo.png,
            } satisfies Shape,
          ]
        : []),
    ],
    placeholders: [
      {
        name: 'title',
        align: 'left',
        box: theme.logo ? { ...zones.title, w: zones.logo.x - inches(0.133) - zones.title.x } : zones.title,
        size: title.size,
        bold: true,
        color: 'navy',
        anchor: 'top',
        lineSpacing: 0.95,
      },
      { name: 'tracker', align: 'left', box: zones.tracker, size: 10, bold: false, color: 'ink3', anchor: 'top', lineSpacing: 1 },
      { name: 'footer', align: 'left', box: zones.footerLeft, size: 8, bold: false, color: 'ink3', anchor: 'top', lineSpacing: 1 },
      {
        name: 'confidentiality',
        align: 'right',
        box: zones.footerRight,
        size: 8,
        bold: false,
        color: 'ink3',
        anchor: 'top',
        lineSpacing: 1,
      },
      { name: 'number', align: 'right', box: zones.number, size: 8, bold: true, color: 'ink', anchor: 'top', lineSpacing: 1 },
    ],
  },
];

/** The logo's place at the top right, in its own proportions. */
const logoBox = (logo: NonNullable<Theme['logo']>, zone: Box) => {
  const scale = Math.min(zone.w / logo.width, zone.h / logo.height);
  const [w, h] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return { x: zone.x + zone.w - w, y: zone.y, w, h };
};
