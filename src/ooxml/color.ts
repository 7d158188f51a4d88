import type { ColorToken, Fill, Stroke } from '../charts/paint.ts';
import { el } from './xml.ts';

export type Palette = Readonly<Record<ColorToken, string>>;

/** Tokens that are slots of the document's theme: a customer's theme recolours what uses them. */
export const THEME_SLOTS: Readonly<Partial<Record<ColorToken, string>>> = {
  ink: 'tx1',
  page: 'bg1',
  navy: 'accent1',
  blue: 'accent2',
  teal: 'accent3',
  gold: 'accent4',
  rust: 'accent5',
  grey: 'accent6',
};

/** The ground of the cover has the colour of another token, and follows it. */
const COVER_GROUNDS = ['navy', 'page'] as const;

const slotOf = (token: ColorToken, palette: Palette): string | undefined =>
  THEME_SLOTS[token === 'cover' ? (COVER_GROUNDS.find((t) => palette[t] === palette.cover) ?? token) : token];

/** DrawingML colour of a token. */
export const colorXml = (token: ColorToken, palette: Palette): string => {
  const slot = slotOf(token, palette);
  return slot === undefined ? el('a:srgbClr', { val: palette[token] }) : el('a:schemeClr', { val: slot });
};

/** Preset hatches of Office: wide for computed values, light for withheld ones. */
const HATCHES = { derived: 'wdUpDiag', undisclosed: 'ltUpDiag' } as const;

export const fillXml = (fill: Fill, palette: Palette): string => {
  if (fill.kind === 'none') return '<a:noFill/>';
  if (fill.kind === 'solid') return el('a:solidFill', {}, colorXml(fill.color, palette));
  return el(
    'a:pattFill',
    { prst: HATCHES[fill.style] },
    el('a:fgClr', {}, colorXml(fill.color, palette)),
    el('a:bgClr', {}, colorXml('page', palette)),
  );
};

const EMU_PER_POINT = 12700;

export const strokeXml = (stroke: Stroke | undefined, palette: Palette): string => {
  if (!stroke || stroke.width === 0) return '<a:ln><a:noFill/></a:ln>';
  return el(
    'a:ln',
    { w: Math.round(stroke.width * EMU_PER_POINT) },
    el('a:solidFill', {}, colorXml(stroke.color, palette)),
    stroke.dashed ? '<a:prstDash val="dash"/>' : '<a:prstDash val="solid"/>',
  );
};
