import { inchBox, inches } from '../base/geometry.ts';
import type { Theme } from '../brand/theme.ts';
import { DIVIDER } from './archetype-boxes.ts';
import { contentLayouts, placeholder } from './content-layouts.ts';
import type { Master, Placeholder, Role, Shape, SlideLayout } from './deck.ts';
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

/** The title, the name of the section, and the foot of a content slide. */
const furniture = (theme: Theme): readonly Placeholder[] => [
  placeholder('tracker', ZONES.tracker, { size: 10, bold: false, color: 'ink3' }),
  placeholder('title', theme.logo ? { ...ZONES.title, w: inches(10.8) } : ZONES.title, {
    size: 24,
    bold: true,
    color: 'navy',
    lineSpacing: 0.95,
  }),
  placeholder('footer', ZONES.footerLeft, { size: 8, bold: false, color: 'ink3' }),
  placeholder('confidentiality', ZONES.footerRight, { size: 8, bold: false, color: 'ink3', align: 'right' }),
  placeholder('number', ZONES.number, { size: 8, bold: true, color: 'ink', align: 'right' }),
];

/** What all content slides show, once for the whole deck: a customer changes it in one place. */
export const slideMaster = (theme: Theme): Master => {
  const common = furniture(theme);
  const of = (role: Role): readonly Placeholder[] => common.filter((p) => p.role === role);
  return {
    background: 'page',
    artwork: [
      { kind: 'line', name: 'Title rule', box: ZONES.titleRule, stroke: { color: 'navy', width: 1, dashed: false } },
      { kind: 'line', name: 'Footer rule', box: ZONES.footerRule, stroke: { color: 'grid', width: 0.75, dashed: false } },
      ...(theme.logo
        ? [{ kind: 'picture', name: 'Logo', alt: theme.logo.alt, box: logoBox(theme.logo), png: theme.logo.png } satisfies Shape]
        : []),
    ],
    placeholders: [
      ...of('title'),
      { ...placeholder('body', ZONES.body, { size: 14, bold: false, color: 'ink' }), index: 1 },
      ...of('confidentiality'),
      ...of('footer'),
      ...of('number'),
    ],
  };
};

const COVER: SlideLayout = {
  name: 'cover',
  title: 'Cover',
  background: 'navy',
  ownArtwork: true,
  artwork: [],
  placeholders: [
    placeholder('title', inchBox(0.9, 1.3, 11.5, 1.5), { size: 44, bold: true, color: 'coverText', lineSpacing: 0.95 }),
    placeholder('subtitle', inchBox(0.9, 2.95, 11.5, 0.9), { size: 20, bold: false, color: 'coverText' }),
    placeholder('tracker', inchBox(0.9, 0.75, 8, 0.3), { size: 14, bold: true, color: 'coverMuted' }),
    placeholder('body', inchBox(0.9, 5.35, 5, 0.9), { size: 14, bold: false, color: 'coverText', anchor: 'bottom' }),
    placeholder('confidentiality', inchBox(0.9, 6.85, 5, 0.2), { size: 9, bold: false, color: 'coverMuted' }),
  ],
};

/** A band with the number of the section, and beside it its name and what it says. */
const divider = (foot: readonly Placeholder[]): SlideLayout => ({
  name: 'divider',
  title: 'Section divider',
  background: 'page',
  ownArtwork: true,
  artwork: [{ kind: 'rect', name: 'Band', box: DIVIDER.band, fill: { kind: 'solid', color: 'navy' } }],
  placeholders: [
    placeholder('section-number', DIVIDER.number, { size: 44, bold: true, color: 'coverText' }),
    placeholder('title', DIVIDER.title, { size: 34, bold: true, color: 'navy', lineSpacing: 0.95 }),
    placeholder('story', DIVIDER.story, { size: 20, bold: false, color: 'ink2' }),
    ...foot,
  ],
});

/** The layouts of a deck: what a customer would call the template. */
export const slideLayouts = (theme: Theme): readonly SlideLayout[] => {
  const common = furniture(theme);
  return [COVER, ...contentLayouts(common), divider(common.filter((p) => p.role === 'number'))];
};

/** The logo's place at the top right, in its own proportions. */
const logoBox = (logo: NonNullable<Theme['logo']>) => {
  const scale = Math.min(ZONES.logo.w / logo.width, ZONES.logo.h / logo.height);
  const [w, h] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return { x: ZONES.logo.x + ZONES.logo.w - w, y: ZONES.logo.y, w, h };
};

export const SLIDE_SIZE = SLIDE;
