import { type Box, inches } from '../base/geometry.ts';
import type { Theme } from '../brand/theme.ts';
import { contentLayouts, placeholder } from './content-layouts.ts';
import type { Master, Placeholder, Role, Shape, SlideLayout } from './deck.ts';
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

/** The title, the name of the section, and the foot of a content slide. */
const furniture = (theme: Theme, { zones, title }: SlideGrid): readonly Placeholder[] => [
  placeholder('tracker', zones.tracker, { size: 10, bold: false, color: 'ink3' }),
  placeholder('title', theme.logo ? { ...zones.title, w: zones.logo.x - inches(0.133) - zones.title.x } : zones.title, {
    size: title.size,
    bold: true,
    color: 'navy',
    lineSpacing: 0.95,
  }),
  placeholder('footer', zones.footerLeft, { size: 8, bold: false, color: 'ink3' }),
  placeholder('confidentiality', zones.footerRight, { size: 8, bold: false, color: 'ink3', align: 'right' }),
  placeholder('number', zones.number, { size: 8, bold: true, color: 'ink', align: 'right' }),
];

/** What all content slides show, once for the whole deck: a customer changes it in one place. */
export const slideMaster = (theme: Theme, grid: SlideGrid): Master => {
  const { zones } = grid;
  const common = furniture(theme, grid);
  const of = (role: Role): readonly Placeholder[] => common.filter((p) => p.role === role);
  return {
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
      ...of('title'),
      { ...placeholder('body', zones.body, { size: 14, bold: false, color: 'ink' }), index: 1 },
      ...of('confidentiality'),
      ...of('footer'),
      ...of('number'),
    ],
  };
};

const cover = ({ zones, title }: SlideGrid): SlideLayout => ({
  name: 'cover',
  title: 'Cover',
  background: 'cover',
  ownArtwork: true,
  artwork: [],
  placeholders: [
    placeholder('title', zones.coverTitle, { size: title.cover, bold: true, color: 'coverText', lineSpacing: 0.95 }),
    placeholder('subtitle', zones.coverSubtitle, { size: 20, bold: false, color: 'coverText' }),
    placeholder('tracker', zones.coverLabel, { size: 14, bold: true, color: 'coverMuted' }),
    placeholder('body', zones.coverFacts, { size: 14, bold: false, color: 'coverText', anchor: 'bottom' }),
    placeholder('confidentiality', zones.coverFoot, { size: 9, bold: false, color: 'coverMuted' }),
  ],
});

/** A band with the number of the section, and beside it its name and what it says. */
const divider = ({ zones, title }: SlideGrid, foot: readonly Placeholder[]): SlideLayout => ({
  name: 'divider',
  title: 'Section divider',
  background: 'page',
  ownArtwork: true,
  artwork: [{ kind: 'rect', name: 'Band', box: zones.dividerBand, fill: { kind: 'solid', color: 'navy' } }],
  placeholders: [
    // Not the text of the cover, which is dark where the cover is light.
    placeholder('section-number', zones.dividerNumber, { size: 44, bold: true, color: 'page' }),
    placeholder('title', zones.dividerTitle, { size: title.divider, bold: true, color: 'navy', lineSpacing: 0.95 }),
    placeholder('story', zones.dividerStory, { size: 20, bold: false, color: 'ink2' }),
    ...foot,
  ],
});

/** The layouts of a deck: what a customer would call the template. */
export const slideLayouts = (theme: Theme, grid: SlideGrid): readonly SlideLayout[] => {
  const common = furniture(theme, grid);
  return [
    cover(grid),
    ...contentLayouts(common, grid),
    divider(
      grid,
      common.filter((p) => p.role === 'number'),
    ),
  ];
};

/** The logo's place at the top right, in its own proportions. */
const logoBox = (logo: NonNullable<Theme['logo']>, zone: Box) => {
  const scale = Math.min(zone.w / logo.width, zone.h / logo.height);
  const [w, h] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return { x: zone.x + zone.w - w, y: zone.y, w, h };
};
