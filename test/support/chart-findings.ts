import type { CompiledChart, Layer } from '../../src/charts/native.ts';
import type { Figure, FigureForm } from '../../src/figures/ledger.ts';
import { en } from '../../src/locale/en.ts';
import { chartPart } from '../../src/ooxml/chart-part.ts';
import { chartShapes } from '../../src/ooxml/chart-shapes.ts';
import { type EmbeddedWorkbook, workbook } from '../../src/ooxml/workbook.ts';
import { sceneTexts } from './chart-dump.ts';
import { schemaFindings } from './chart-schema.ts';
import { sheetIn } from './office.ts';
import { covered, outside, overlaps } from './scene-boxes.ts';
import { evaluated, shown } from './spreadsheet.ts';
import { shippedTheme } from './theme.ts';
import { parseXml } from './xml.ts';

export interface MadeChart {
  readonly chart: CompiledChart;
  readonly figures: ReadonlyMap<string, Figure>;
}

const palette = shippedTheme().colors;

/** Where a value is no number, or a text was made from one that is none. */
const nonsense = (value: unknown, path: string): readonly string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value === 'string') return /\b(?:NaN|Infinity|undefined|null)\b|\[object/.test(value) ? [`${path} is "${value}"`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => nonsense(v, key));
};

const xmlFindings = ({ native }: CompiledChart, book: EmbeddedWorkbook): readonly string[] => {
  const parts = [
    chartPart(native, book, { workbook: 'rId1', drawing: 'rId2' }, palette),
    chartShapes(native.annotations, native.language, palette),
  ];
  return parts.flatMap((xml) => schemaFindings(parseXml(xml)));
};

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-300) || a === b;

/** Formulas of the workbook, as they are written, that give another number than they were cached with. */
const formulaFindings = ({ native }: CompiledChart, book: EmbeddedWorkbook): readonly string[] => {
  if (!native.table.columns.some((c) => c.cells.some((cell) => cell.kind === 'number' && cell.formula))) return [];
  const sheet = sheetIn(book.bytes);
  return [...sheet.values()].flatMap(({ at: place, value, formula }) => {
    if (formula === undefined) return [];
    let largest = 0;
    const result = evaluated(formula, (at) => {
      const cell = sheet.get(at);
      if (cell?.kind === 'text') throw new Error(`a formula reads ${at}, which is a text`);
      largest = Math.max(largest, Math.abs(Number(cell?.value ?? 0)));
      return Number(cell?.value ?? 0);
    });
    // What is left when large numbers cancel each other is no more exact than they are.
    const same = close(result, Number(value)) || Math.abs(result - Number(value)) <= 1e-14 * largest;
    return same ? [] : [`${place} holds ${value}, but =${formula} is ${result}`];
  });
};

/** Cells that hold what no figure says: a withheld value, another value than the figure's. */
const cellFindings = ({ chart, figures }: MadeChart): readonly string[] => {
  const { table } = chart.native;
  return table.columns.flatMap((column) =>
    column.cells.flatMap((cell, row): readonly string[] => {
      if (cell.kind !== 'number') return [];
      const where = `${column.id} ${row}`;
      const quantity = cell.figure === undefined ? undefined : figures.get(cell.figure)?.quantity;
      const values = quantity?.kind === 'value' ? [quantity.value] : quantity?.kind === 'range' ? [quantity.low, quantity.high] : [];
      return [
        ...(cell.figure !== undefined && !values.some((v) => close(Math.abs(v), Math.abs(cell.value)))
          ? [`${where} is not ${cell.figure}`]
          : []),
      ];
    }),
  );
};

const plain = (text: string): string => text.replaceAll('\u2212', '-');

/** Labels that Office, from the cell's number and the label's format, would show with other words than the scene. */
const formatFindings = ({ chart: { native } }: MadeChart): readonly string[] =>
  native.layers.flatMap((layer) =>
    layer.series.flatMap((series) => {
      const cells = native.table.columns.find((c) => c.id === series.values)?.cells ?? [];
      return series.points.flatMap(({ index, label }): readonly string[] => {
        const cell = cells[index];
        if (!label || label.from !== undefined || cell?.kind !== 'number') return [];
        const text = shown(cell.value, label.format);
        return plain(text) === plain(label.text) ? [] : [`Office shows ${cell.value} as "${text}" instead of "${label.text}"`];
      });
    }),
  );

/** Points without a number to stand at, and marks in full colour that stand for a withheld value. */
const pointFindings = ({ chart: { native }, figures }: MadeChart): readonly string[] =>
  native.layers.flatMap((layer) =>
    layer.series.flatMap((series) => {
      const cells = native.table.columns.find((c) => c.id === series.values)?.cells ?? [];
      return series.points.flatMap(({ index, label, fill }): readonly string[] => {
        const withheld = label?.figure !== undefined && figures.get(label.figure)?.quantity.kind === 'undisclosed';
        return [
          ...(cells[index]?.kind === 'number' ? [] : [`point ${index} of ${series.values} has no number`]),
          ...(withheld && fill.kind === 'solid' ? [`point ${index} of ${series.values} is drawn as if ${label.figure} had a value`] : []),
        ];
      });
    }),
  );

const FORMS: readonly FigureForm[] = ['value', 'long', 'bare', 'plain'];

/** A figure is printed as locale prints it, with fixed words around it at most; one that is withheld never as a number. */
const printFindings = ({ chart, figures }: MadeChart): readonly string[] =>
  [
    ...chart.printed,
    ...chart.told,
    ...sceneTexts(chart.scene.items).flatMap((t) => (t.figure === undefined ? [] : [{ figure: t.figure, text: t.text }])),
  ].flatMap(({ figure: id, text }): readonly string[] => {
    const figure = figures.get(id);
    if (!figure) return [`${id} is no figure`];
    if (figure.quantity.kind === 'undisclosed' && /\d/.test(text)) return [`the withheld ${id} is printed "${text}"`];
    return FORMS.some((form) => text.includes(en.print(figure, form))) ? [] : [`${id} is printed "${text}"`];
  });

/** Digits of texts that name no figure: years, the scales of axes, and the numbers that marks bear in the sheet. */
const strayDigits = ({ chart }: MadeChart): readonly string[] => {
  const { axes, table } = chart.native;
  const numbers = new Set(table.columns.find((c) => c.id === 'number')?.cells.flatMap((c) => (c.kind === 'text' ? [c.text] : [])));
  const unnumbered = (text: string): string =>
    text
      .split(/\s/)
      .filter((word) => !numbers.has(word))
      .join(' ');
  const scales = [
    ...('value' in axes ? [axes.value] : []),
    ...('second' in axes && axes.second ? [axes.second] : []),
    ...(axes.kind === 'xy' ? [axes.x, axes.y] : []),
  ];
  const ticks = new Set(scales.flatMap((axis) => axis.shown?.ticks.map((t) => t.text) ?? []));
  return sceneTexts(chart.scene.items)
    .filter(
      (t) => t.figure === undefined && !ticks.has(t.text) && /\d/.test(unnumbered(t.text).replace(/\b(?:19|20)\d\d(?:\b|[AEFPD]\b)/g, '')),
    )
    .map((t) => `"${t.text}" has digits but no figure`);
};

const altFindings = ({ chart: { alt } }: MadeChart): readonly string[] => [
  ...(alt.length <= 400 && alt.length >= 10 ? [] : [`an alternative text of ${alt.length} characters`]),
  ...(/,\s*[,.;:]|:\s*[,.;]|\(\s*\)|\s{2}|\s[,.;:]|^\s|\s$|n\/d in/.test(alt) ? [`an empty part in "${alt}"`] : []),
];

/** Every string that a chart says it prints is drawn. */
const undrawn = ({ chart: { scene, printed } }: MadeChart): readonly string[] => {
  const drawn = new Set(sceneTexts(scene.items).map((t) => `${t.figure ?? ''}: ${t.text}`));
  return printed.filter((p) => !drawn.has(`${p.figure}: ${p.text}`)).map((p) => `"${p.text}" for ${p.figure} is not drawn`);
};

/** How far the marks of a row reach, series by series: each to its value, or piled up, in bars negative ones downwards. */
const reached = (layer: Layer, values: readonly (number | undefined)[]): readonly number[] => {
  const piled = layer.kind === 'area' || (layer.kind === 'bar' && layer.grouping !== 'clustered');
  return values.map((value = 0, i) => {
    if (!piled) return value;
    const under = values.slice(0, i).map((v = 0) => v);
    return value + under.filter((v) => layer.kind === 'area' || v < 0 === value < 0).reduce((a, b) => a + b, 0);
  });
};

/** Painted marks that reach beyond the scale they are drawn on. */
const offScale = ({ chart: { native } }: MadeChart): readonly string[] => {
  const { axes, table } = native;
  if (axes.kind !== 'category') return [];
  const rows = Math.max(0, ...table.columns.map((c) => c.cells.length));
  return native.layers.flatMap((layer) => {
    if (layer.kind === 'bar' && layer.grouping === 'percent') return [];
    const { min, max } = 'second' in layer && layer.second && axes.second ? axes.second : axes.value;
    const slack = 1e-9 * (max - min);
    return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
      const cells = layer.series.map(({ values }) => {
        const cell = table.columns.find((c) => c.id === values)?.cells[row];
        return cell?.kind === 'number' ? cell.value : undefined;
      });
      const painted = layer.series.map(({ fill, stroke, points }) => {
        const look = layer.kind === 'area' ? { fill, stroke } : points.find((p) => p.index === row);
        return look !== undefined && (look.fill.kind !== 'none' || look.stroke !== undefined);
      });
      return reached(layer, cells)
        .filter((v, i) => painted[i] && cells[i] !== undefined && (v < min - slack || v > max + slack))
        .map((v) => `${v} is beyond ${min} to ${max}`);
    });
  });
};

/** Numbers at an axis that does not begin and end with one of them. */
const raggedAxes = ({ chart: { native } }: MadeChart): readonly string[] => {
  const { axes } = native;
  const scales =
    axes.kind === 'xy'
      ? [axes.x, axes.y]
      : axes.kind === 'category'
        ? [axes.value, ...(axes.second ? [axes.second] : [])]
        : axes.kind === 'width'
          ? [axes.value]
          : [];
  return scales.flatMap(({ min, max, shown }) => {
    const ends = [shown?.ticks[0]?.value ?? min, shown?.ticks.at(-1)?.value ?? max];
    return ends[0] === min && ends[1] === max ? [] : [`an axis from ${min} to ${max} has numbers from ${ends.join(' to ')}`];
  });
};

/** What of a chart is not as every chart has to be. */
export const chartFindings = (made: MadeChart): readonly string[] => {
  const book = workbook(made.chart.native.table);
  return [
    ...nonsense({ native: made.chart.native, scene: made.chart.scene }, 'chart'),
    ...xmlFindings(made.chart, book),
    ...formulaFindings(made.chart, book),
    ...cellFindings(made),
    ...pointFindings(made),
    ...formatFindings(made),
    ...printFindings(made),
    ...strayDigits(made),
    ...undrawn(made),
    ...offScale(made),
    ...raggedAxes(made),
    ...altFindings(made),
    ...outside(made.chart.scene).map((t) => `outside of the frame: ${t}`),
    ...covered(made.chart.scene, made.chart.native.annotations).map((t) => `covered: ${t}`),
    ...overlaps(made.chart.scene).map((t) => `one over the other: ${t}`),
  ];
};
