import type { DataTable } from '../../src/charts/data-table.ts';
import type { Annotation, Axes, CompiledChart, Layer, NativeSeries, ValueAxis } from '../../src/charts/native.ts';
import type { Fill, Stroke } from '../../src/charts/paint.ts';
import type { SceneItem } from '../../src/charts/scene.ts';

const n = (value: number): string => String(Math.round(value * 10) / 10);
const share = (value: number): string => String(Math.round(value * 1000) / 1000);
const visible = (text: string): string => text.replaceAll('\u00a0', '_');

const fill = (f: Fill): string => (f.kind === 'none' ? 'no fill' : f.kind === 'solid' ? f.color : `hatch ${f.style} ${f.color}`);
const stroke = (s: Stroke | undefined): string => (s ? `, line ${s.color} ${s.width}${s.dashed ? ' dashed' : ''}` : '');

const tableLines = (table: DataTable): readonly string[] => {
  const rows = Math.max(0, ...table.columns.map((c) => c.cells.length));
  return [
    `sheet ${table.sheet}`,
    `  ${table.columns.map((c) => `${c.header} [${c.format}]`).join(' | ')}`,
    ...Array.from({ length: rows }, (_, r) => {
      const cells = table.columns.map((c) => {
        const cell = c.cells[r];
        if (!cell || cell.kind === 'empty') return '(empty)';
        if (cell.kind === 'text') return visible(cell.text);
        return `#${cell.value}${cell.formula ? ` =${cell.formula.kind}` : ''}`;
      });
      return `  ${cells.join(' | ')}`;
    }),
  ];
};

const seriesLines = (series: NativeSeries): readonly string[] => [
  `  series ${series.values}${series.x === undefined ? '' : ` over ${series.x}`}${series.sizes === undefined ? '' : ` sized ${series.sizes}`}: ${fill(series.fill)}${stroke(series.stroke)}${series.marker === undefined ? '' : `, marker ${n(series.marker)}`}${series.joined ? `, joined${stroke(series.joined).slice(1)}` : ''}`,
  ...series.points.map((p) => {
    const label = p.label
      ? `label "${visible(p.label.text)}" ${visible(p.label.format)} ${p.label.position} ${p.label.style.size}${p.label.style.bold ? ' bold' : ''} ${p.label.style.color}`
      : 'no label';
    return `    ${p.index}: ${fill(p.fill)}${stroke(p.stroke)}; ${label}`;
  }),
];

const range = (axis: ValueAxis): string =>
  `${share(axis.min)} to ${share(axis.max)}${axis.shown ? ` (${axis.shown.ticks.map((t) => visible(t.text)).join(' ')})` : ''}`;

const axesLine = (axes: Axes): string => {
  if (axes.kind === 'none') return 'no axes';
  if (axes.kind === 'width') return `widths to ${share(axes.most)}; values ${range(axes.value)}`;
  if (axes.kind === 'xy')
    return `across ${range(axes.x)}, crossed at ${share(axes.crossX)}; up ${range(axes.y)}, crossed at ${share(axes.crossY)}`;
  const second = axes.second ? `; second ${range(axes.second)}` : '';
  const names = axes.category.hidden ? 'no names' : `one name in ${axes.category.labelEvery}`;
  return `${axes.direction}: values ${range(axes.value)}${second}; ${names}`;
};

const layerLines = (layer: Layer): readonly string[] => [
  `layer ${layer.kind}${layer.kind === 'bar' ? ` ${layer.grouping}; gap ${n(layer.gapWidth)}, overlap ${n(layer.overlap)}` : ''}${layer.kind === 'bubble' ? `; radius to ${n(layer.most)}` : ''}${layer.kind === 'ring' ? `; hole ${share(layer.hole)}` : ''}${'second' in layer && layer.second ? ' on the second axis' : ''}`,
  ...layer.series.flatMap(seriesLines),
];

const annotationLine = (a: Annotation): string => {
  if (a.kind === 'line') return `  line ${a.name}: ${share(a.x1)},${share(a.y1)} to ${share(a.x2)},${share(a.y2)}${stroke(a.stroke)}`;
  const text = a.text ? `; "${visible(a.text.text)}"${a.text.figure === undefined ? '' : ` for ${a.text.figure}`}` : '';
  return `  ${a.shape} ${a.name}: ${share(a.x)},${share(a.y)} ${share(a.w)}×${share(a.h)}; ${fill(a.fill)}${stroke(a.stroke)}${text}`;
};

const sceneLines = (items: readonly SceneItem[], indent: string): readonly string[] =>
  items.flatMap((i): readonly string[] => {
    if (i.kind === 'group') return [`${indent}${i.name}`, ...sceneLines(i.items, `${indent}  `)];
    if (i.kind === 'path') return [`${indent}path ${i.d}; ${fill(i.fill)}${stroke(i.stroke)}`];
    if (i.kind === 'rect') return [`${indent}rect ${n(i.x)},${n(i.y)} ${n(i.w)}×${n(i.h)}; ${fill(i.fill)}${stroke(i.stroke)}`];
    return [`${indent}text ${n(i.x)},${n(i.y)} ${i.align}: "${visible(i.text)}"${i.figure === undefined ? '' : ` for ${i.figure}`}`];
  });

/** A compiled chart as a page of text: what Office gets, what PDF and SVG draw, and what is said of it. */
export const dumpChart = ({ native, scene, alt, printed }: CompiledChart): string =>
  [
    `chart ${native.id} (${native.language})`,
    `alt: ${alt}`,
    '',
    ...tableLines(native.table),
    '',
    `plot ${share(native.area.x)},${share(native.area.y)} ${share(native.area.w)}×${share(native.area.h)} of ${n(native.frame.width)}×${n(native.frame.height)}`,
    axesLine(native.axes),
    ...native.layers.flatMap(layerLines),
    '',
    'annotations',
    ...native.annotations.map(annotationLine),
    '',
    `scene ${n(scene.width)}×${n(scene.height)}`,
    ...sceneLines(scene.items, '  '),
    '',
    'printed',
    ...printed.map((p) => `  ${p.figure}: "${visible(p.text)}"`),
  ].join('\n');

export type SceneText = Extract<SceneItem, { kind: 'text' }>;

/** The texts of a scene, those in groups among them. */
export const sceneTexts = (items: readonly SceneItem[]): readonly SceneText[] =>
  items.flatMap((i) => (i.kind === 'text' ? [i] : i.kind === 'group' ? sceneTexts(i.items) : []));
