import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { isLong, longNameFinding } from '../brief-name.ts';
import { endsAt } from '../common-scale.ts';
import { LABEL_GAP } from '../draw/labels.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { statusLegend } from '../legend.ts';
import { yearsTold } from '../line-plan.ts';
import { type Panels, panelsOf, panelTable } from '../panel-columns.ts';
import { barPoints, labelWidth, type PanelPlot, panelLabels, raisedPoints } from '../panel-labels.ts';
import { panelTitles, panelYears } from '../panels.ts';
import { areaOf } from '../plot.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS, lookOf } from '../status-look.ts';

/** Per cent of a column's width, between small columns and between wide ones. */
const GAP_WIDTH = { small: 40, wide: 70 };
const WIDE_BAND = 60;
/** From so many panels on the last gets as much room for its title as the others. */
const MANY_PANELS = 7;
/** Narrower bands draw hairs instead of columns, points. */
const LEAST_BAND = 3;

interface Geometry extends PanelPlot {
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly min: number;
  readonly max: number;
}

interface Sides {
  readonly x: number;
  readonly band: number;
  /** From the last panel to the edge of the frame. */
  readonly after: number;
}

/** The sides of the frame hold what is wider than a column: labels, years, and the title of the last of many panels. */
const sidesOf = ({ tags, names, grid }: Panels, { frame, scale }: ChartContext): Sides => {
  const widest = Math.max(0, ...[...tags.map((t) => t.column.cell.label), ...names].map((t) => labelWidth(t, scale.axis)));
  const x = 6 + Math.max(0, (widest - frame.width / grid.rows) / 2);
  const trailing = grid.count >= MANY_PANELS ? grid.gap : 0;
  const band = Math.max(1, frame.width - 2 * x) / (grid.rows + trailing);
  return { x, band, after: band * (grid.places + trailing) + x };
};

const gapWidth = (band: number): number => (band > WIDE_BAND ? GAP_WIDTH.wide : GAP_WIDTH.small);

const geometryOf = (panels: Panels, head: number, { frame, scale, valuePerPoint }: ChartContext, { x, band }: Sides): Geometry => {
  const h = Math.max(20, frame.height - head - lineHeight(scale.axis) - 8);
  const drawn = panels.columns.map((c) => c.drawn);
  const [top, bottom] = [Math.max(0, ...drawn), Math.min(0, ...drawn)];
  const label = lineHeight(scale.value) + LABEL_GAP.above + 2;
  const foot = bottom < 0 ? label : 0;
  const perPoint = (top - bottom || 1) / Math.max(h * 0.3, h - label - foot);
  const own = { min: bottom - perPoint * foot, max: top + perPoint * label };
  const { min, max } = endsAt(own, { bottom, foot, length: h }, valuePerPoint);
  return {
    x,
    band,
    gapWidth: gapWidth(band),
    y: head,
    w: band * panels.grid.rows,
    h,
    min,
    max,
    yOf: (v) => head + h * (1 - (v - min) / (max - min)),
  };
};

const findings = (spec: ChartSpec, panels: Panels, band: number, leftOut: number, shortened: readonly string[]): readonly Diagnostic[] => {
  const finding = (code: string, severity: 'note' | 'warning', message: string, hint: string): readonly Diagnostic[] => [
    { code, severity, message: `the chart "${spec.id}" ${message}`, hints: [hint] },
  ];
  const { rows, grid } = panels;
  const all = spec.drawn.series.length;
  return [
    ...longNameFinding(
      spec.id,
      rows.map((r) => r.label),
    ),
    ...(shortened.length > 0 && !shortened.some(isLong)
      ? finding('charts/long-name', 'warning', `shortens the title "${shortened[0]}" of a panel`, 'give the series a shorter label')
      : []),
    ...(all > rows.length
      ? finding('charts/panels-left-out', 'note', `shows the ${rows.length} largest of ${all} series`, 'the table beside it lists them all')
      : []),
    ...(band < LEAST_BAND
      ? finding(
          'charts/columns-too-narrow',
          'warning',
          `has ${grid.count} panels of ${grid.places} years: its columns are too narrow`,
          'choose years, e.g. years="2020 2025 2030", or fewer series',
        )
      : []),
    ...(leftOut > 0
      ? finding(
          'charts/labels-left-out',
          'note',
          `has no room for ${leftOut} of the labels of first and last values`,
          'its workbook and the table hold all values',
        )
      : []),
  ];
};

/** A panel of small columns for each series of a set, side by side on one scale, in one chart. */
export const smallMultiples: ChartKind = {
  comparable: true,
  height: () => 240,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const panels = panelsOf(spec, context);
    const { grid, columns, rows, tags } = panels;
    const sides = sidesOf(panels, context);
    const legend = statusLegend(new Set(columns.map((c) => lookOf(c.cell.figure))), context);
    const titles = panelTitles(
      rows.map((r) => r.label),
      grid,
      sides.band,
      sides.after,
      context,
    );
    const g = geometryOf(panels, legend.height + titles.height, context, sides);
    const labels = panelLabels(panels, g, context);
    const [known, withheld, raised] = [barPoints(panels, false, labels), barPoints(panels, true, labels), raisedPoints(panels, labels)];
    const years = spec.drawn.places.map((p) => Number(p.id));
    return {
      diagnostics: findings(spec, panels, sides.band, tags.length - labels.stands.size, titles.shortened),
      alt: {
        kind: 'small-multiples',
        of: 'years',
        name: spec.drawn.label,
        unit: locale.unit(spec.drawn.unit),
        points: yearsTold(rows),
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: panelTable(spec, panels, context) },
        categories: 'place',
        frame,
        area: areaOf(g, frame),
        axes: {
          kind: 'category',
          direction: 'column',
          category: {
            labels: { size: scale.axis, bold: false, color: 'ink' },
            line: { color: 'ink3', width: 1, dashed: false },
            labelEvery: 1,
            hidden: true,
          },
          value: { min: g.min, max: g.max },
        },
        layers: [
          {
            kind: 'bar',
            grouping: 'clustered',
            gapWidth: g.gapWidth,
            overlap: 100,
            series: [
              { values: 'value', fill: LOOKS.actual.fill, points: known },
              ...(withheld.length > 0 ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: withheld }] : []),
            ],
          },
          { kind: 'line', series: [{ values: 'height', fill: { kind: 'none' }, points: raised }] },
        ],
        annotations: [
          ...legend.annotations,
          ...titles.annotations(legend.height, g),
          ...panelYears(
            panels.names,
            locale.years(Math.min(...years), Math.max(...years)),
            grid,
            g,
            g.y + g.h + 5 + lineHeight(scale.axis) / 2,
            context,
          ),
        ],
      },
    };
  },
};
