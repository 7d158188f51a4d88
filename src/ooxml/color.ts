import type { ColorToken, Fill, Stroke } from '../charts/paint.ts';
import { bareSlot, type Palette, themeColor } from './theme-color.ts';
import { el } from './xml.ts';

/** DrawingML colour of a token: a slot of the theme, modified, so that a customer's theme recolours it; a fixed colour where none comes near. */
export const colorXml = (token: ColorToken, palette: Palette): string => {
  const color = themeColor(token, palette);
  if (color.kind === 'fixed') return el('a:srgbClr', { val: color.hex });
  const steps = Object.entries(color.modification).map(([name, val]) => el(`a:${name}`, { val }));
  return el('a:schemeClr', { val: color.slot }, ...steps);
};

/** The same without modifications, for list styles: LibreOffice applies those twice to text that inherits its colour. */
export const inheritedColorXml = (token: ColorToken, palette: Palette): string => {
  const slot = bareSlot(token, palette);
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
