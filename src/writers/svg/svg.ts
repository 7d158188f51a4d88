import type { Theme } from '../../brand/theme.ts';
import { DASH, type Fill, type Stroke } from '../../charts/paint.ts';
import type { Scene, SceneItem } from '../../charts/scene.ts';
import { escapeAttribute, escapeText } from '../../ooxml/xml.ts';

const HATCHES = { derived: { step: 4, width: 0.6 }, undisclosed: { step: 2.6, width: 0.55 } } as const;

type Hatch = Extract<Fill, { kind: 'hatch' }>;

const hatchId = ({ style, color }: Hatch): string => `hatch-${style}-${color}`;

const color = (theme: Theme, token: keyof Theme['colors']): string => `#${theme.colors[token]}`;

const fillAttribute = (fill: Fill, theme: Theme): string => {
  if (fill.kind === 'none') return 'fill="none"';
  return fill.kind === 'solid' ? `fill="${color(theme, fill.color)}"` : `fill="url(#${hatchId(fill)})"`;
};

const dashes = ({ width }: Stroke): string => `${width * DASH.on} ${width * DASH.off}`;

const strokeAttribute = (stroke: Stroke | undefined, theme: Theme): string =>
  stroke
    ? ` stroke="${color(theme, stroke.color)}" stroke-width="${stroke.width}"${stroke.dashed ? ` stroke-dasharray="${dashes(stroke)}"` : ''}`
    : '';

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

const itemSvg = (item: SceneItem, theme: Theme): string => {
  if (item.kind === 'group') return `<g data-name="${escapeAttribute(item.name)}">${item.items.map((i) => itemSvg(i, theme)).join('')}</g>`;
  if (item.kind === 'path') return `<path d="${item.d}" ${fillAttribute(item.fill, theme)}${strokeAttribute(item.stroke, theme)}/>`;
  if (item.kind === 'rect')
    return `<rect x="${item.x}" y="${item.y}" width="${item.w}" height="${item.h}"${item.radius > 0 ? ` rx="${item.radius}"` : ''} ${fillAttribute(item.fill, theme)}${strokeAttribute(item.stroke, theme)}/>`;
  return `<text x="${item.x}" y="${item.y}" text-anchor="${ANCHORS[item.align]}" font-size="${item.size}"${item.bold ? ' font-weight="700"' : ''} fill="${color(theme, item.color)}">${escapeText(item.text)}</text>`;
};

/** Every hatch a scene is drawn with, once. */
const hatchesOf = (items: readonly SceneItem[]): readonly Hatch[] => {
  const all = items.flatMap((i): readonly Hatch[] => {
    if (i.kind === 'group') return hatchesOf(i.items);
    return i.kind !== 'text' && i.fill.kind === 'hatch' ? [i.fill] : [];
  });
  return [...new Map(all.map((h) => [hatchId(h), h])).values()];
};

const pattern = (hatch: Hatch, theme: Theme): string => {
  const { step, width } = HATCHES[hatch.style];
  return `<pattern id="${hatchId(hatch)}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="${step}" height="${step}" fill="#${theme.colors.page}"/><path d="M 0 0 L ${step} 0" stroke="${color(theme, hatch.color)}" stroke-width="${width}"/></pattern>`;
};

/** A scene as a standalone SVG with its alternative text. Fonts are named, not embedded. */
export const sceneToSvg = (scene: Scene, theme: Theme, description: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${scene.width} ${scene.height}" role="img" aria-label="${escapeAttribute(description)}" font-family="${escapeAttribute(theme.body.office)}, Arimo, Liberation Sans, sans-serif"><desc>${escapeText(description)}</desc><defs>${hatchesOf(
    scene.items,
  )
    .map((h) => pattern(h, theme))
    .join('')}</defs>${scene.items.map((i) => itemSvg(i, theme)).join('')}</svg>\n`;
