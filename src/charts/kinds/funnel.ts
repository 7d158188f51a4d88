import type { Diagnostic } from '../../base/diagnostic.ts';
import { MOST_STEPS } from '../../figures/drawn/steps.ts';
import type { Figure, MemberRole } from '../../figures/ledger.ts';
import { textWidth } from '../../fonts/measure.ts';
import { briefName, longNameFinding } from '../brief-name.ts';
import type { CellPlace, DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { lyingAxes, nameRoom, numberOrEmpty, rowNotes } from '../lying.ts';
import type { Annotation, NativeLabel, NativePoint, NativeSeries } from '../native.ts';
import { decimalsFormat, labelFormat, literal } from '../number-format.ts';
import type { Fill } from '../paint.ts';
import { areaOf, type Plot } from '../plot.ts';
import { decimalsOf, drawnValue, type PointRow } from '../point-columns.ts';
import { textOn } from '../series-cells.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';
import { textBox } from '../text-box.ts';

/** Wide enough for the shares between the bars. */
const GAP_WIDTH = 60;
/** The width of a bar that carries no value: a share of the widest. */
const PLACEHOLDER = 0.15;
const NONE: Fill = { kind: 'none' };

interface Step extends PointRow {
  readonly role: MemberRole;
  /** The width of its bar; undefined where it has none: a negative value. */
  readonly width: number | undefined;
  readonly share: Figure | undefined;
}

interface Funnel {
  readonly steps: readonly Step[];
  readonly widest: number;
  readonly placeholder: number;
}

const funnelOf = (spec: ChartSpec, { ledger, locale }: ChartContext): Funnel => {
  const rows = spec.drawn.series.slice(0, MOST_STEPS).flatMap((series) => {
    const [point] = series.points;
    const figure = point && ledger.figures.get(point.figure);
    if (!figure) return [];
    const value = drawnValue(figure);
    const share = point.beside === undefined || (value ?? 0) < 0 ? undefined : ledger.figures.get(point.beside);
    return [{ name: series.label, role: series.role, figure, value, label: locale.print(figure, 'bare'), share }];
  });
  const widest = Math.max(0, ...rows.map((r) => r.value ?? 0)) || 1;
  const placeholder = PLACEHOLDER * widest;
  const width = (value: number | undefined): number | undefined => {
    if (value === undefined) return placeholder;
    return value < 0 ? undefined : value;
  };
  return { steps: rows.map((r) => ({ ...r, width: width(r.value) })), widest, placeholder };
};

const fillOf = (step: Step): Fill =>
  step.value === undefined ? LOOKS.undisclosed.fill : { kind: 'solid', color: step.role === 'other' ? 'grey' : 'blue' };

interface Geometry {
  readonly plot: Plot;
  readonly band: number;
  /** Of the labels, points. */
  readonly size: number;
  /** Whether the label of a step stands inside of its bar. */
  readonly inside: (step: Step) => boolean;
}

/** Inside of a bar or after it, a label keeps so far from the ends of what it stands on, points. */
const LABEL_GAP = 5;
/** Shares of the room beside the names that the widest bar takes, tried in this order: labels beside long bars need the rest. */
const WIDTHS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;

const geometryOf = ({ steps, widest }: Funnel, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const x = nameRoom(
    steps.map((s) => s.name),
    context,
  );
  const whole = frame.width - x - 2;
  const widthOf = (s: Step, size: number): number => textWidth(s.label, { size, bold: true, italic: false });
  const barOf = (s: Step, width: number): number => ((s.width ?? 0) / widest) * width;
  const isInside = (s: Step, width: number, size: number): boolean => widthOf(s, size) <= barOf(s, width) - 2 * LABEL_GAP;
  const hasRoom = (s: Step, width: number, size: number): boolean =>
    (s.value !== undefined && isInside(s, width, size)) || (width + barOf(s, width)) / 2 + LABEL_GAP + widthOf(s, size) <= whole;
  // Smaller labels before smaller bars.
  const sizes = [scale.value, scale.axis, scale.legend];
  const tried = WIDTHS.flatMap((share) => sizes.map((size) => ({ size, width: whole * share })));
  const { size, width } = tried.find((t) => steps.every((s) => hasRoom(s, t.width, t.size))) ?? {
    size: scale.legend,
    width: whole * Math.min(...WIDTHS),
  };
  const plot = { x, y: 2, w: width, h: frame.height - 4 };
  return { plot, size, band: plot.h / Math.max(1, steps.length), inside: (s) => isInside(s, width, size) };
};

/** A label inside of the bar prints the bar's number; one beside it stands on the blank at its right. */
const labelOf = (step: Step, inside: boolean, size: number): NativeLabel => {
  const withheld = step.value === undefined;
  const fill = fillOf(step);
  const color = withheld ? 'ink2' : inside && fill.kind === 'solid' ? textOn(fill.color) : 'ink';
  return {
    text: step.label,
    format: inside && !withheld ? labelFormat(step.figure, step.label) : literal(step.label),
    style: { size, bold: true, color },
    position: inside ? 'ctr' : 'inBase',
    figure: step.figure.id,
  };
};

const seriesOf = ({ steps }: Funnel, g: Geometry): readonly NativeSeries[] => {
  const points = (test: (s: Step) => boolean, point: (s: Step) => Omit<NativePoint, 'index'>): readonly NativePoint[] =>
    steps.flatMap((s, index) => (test(s) ? [{ index, ...point(s) }] : []));
  const withheld = (s: Step): boolean => s.value === undefined;
  // Hatches leave no ground for text: what is withheld is named beside its bar.
  const inside = (s: Step): boolean => g.inside(s) && !withheld(s);
  const label = (s: Step): NativeLabel => labelOf(s, inside(s), g.size);
  return [
    {
      values: 'margin',
      fill: NONE,
      points: points(
        () => true,
        () => ({ fill: NONE, label: null }),
      ),
    },
    {
      values: 'value',
      fill: { kind: 'solid', color: 'blue' },
      points: points(
        (s) => !withheld(s) && s.width !== undefined,
        (s) => ({ fill: fillOf(s), label: inside(s) ? label(s) : null }),
      ),
    },
    ...(steps.some(withheld)
      ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: points(withheld, () => ({ ...LOOKS.undisclosed, label: null })) }]
      : []),
    {
      values: 'room',
      fill: NONE,
      points: points(
        () => true,
        (s) => ({ fill: NONE, label: inside(s) ? null : label(s) }),
      ),
    },
  ];
};

const columnsOf = (funnel: Funnel, spec: ChartSpec, context: ChartContext): readonly DataColumn[] => {
  const { steps, widest } = funnel;
  const { words, unit } = context.locale;
  const format = decimalsFormat(Math.max(0, ...steps.map((s) => decimalsOf(s.figure))));
  const place = (column: string, row: number): CellPlace => ({ column, row });
  const among = steps.flatMap((s, row) => (s.value === undefined ? [] : [place('value', row)]));
  // Where nothing is above zero no bar has a width that cells could tell.
  const told = steps.some((s) => (s.value ?? 0) > 0);
  /** Half of what a bar leaves of the widest; of what has no bar, half of the widest. */
  const margins = (id: string, header: string): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: steps.map((s, row) => {
      const value = (widest - (s.width ?? 0)) / 2;
      if (s.width === undefined || !told) return { kind: 'number', value };
      return { kind: 'number', value, formula: { kind: 'margin', of: place(s.value === undefined ? 'placeholder' : 'value', row), among } };
    }),
  });
  return [
    { id: 'item', header: words.dataColumns.item, format: 'General', cells: steps.map((s) => textCell(briefName(s.name))) },
    {
      id: 'value',
      header: `${spec.drawn.label}${context.locale.comma}${unit(spec.drawn.unit)}`,
      format,
      cells: steps.map((s) => (s.value === undefined ? EMPTY : { kind: 'number', value: s.value, figure: s.figure.id })),
    },
    ...(steps.some((s) => s.value === undefined)
      ? [
          {
            id: 'placeholder',
            header: words.placeholder,
            format: 'General',
            cells: steps.map((s) => numberOrEmpty(s.value === undefined ? funnel.placeholder : undefined)),
          },
        ]
      : []),
    margins('margin', words.helperColumns.base),
    margins('room', words.helperColumns.room),
    {
      id: 'share',
      header: words.ofStepAbove.replace('{value}', '%'),
      format: '0.0',
      cells: steps.map(({ share }, row) =>
        share?.quantity.kind === 'value'
          ? {
              kind: 'number',
              value: share.quantity.value,
              figure: share.id,
              formula: { kind: 'share', part: place('value', row), whole: place('value', row - 1) },
            }
          : EMPTY,
      ),
    },
    ...rowNotes(steps, context),
  ];
};

/** Between two bars: the lower as a share of the upper. */
const shares = ({ steps }: Funnel, g: Geometry, { frame, scale, locale }: ChartContext): readonly Annotation[] =>
  steps.flatMap(({ share }, i) => {
    if (!share) return [];
    const value = locale.print(share, 'bare');
    const text = share.quantity.kind === 'undisclosed' ? value : locale.words.ofStepAbove.replace('{value}', value);
    const at = { x: g.plot.x + g.plot.w / 2, y: g.plot.y + g.band * i, align: 'center' } as const;
    return [textBox(`share ${i}`, text, at, { size: scale.legend, bold: false, color: 'ink2' }, frame, share.id)];
  });

const findings = (spec: ChartSpec, { steps }: Funnel): readonly Diagnostic[] => {
  const count = spec.drawn.series.length;
  const warning = (code: string, message: string, hint: string): Diagnostic => ({ code, severity: 'warning', message, hints: [hint] });
  const widens = steps.some((s, i) => (s.value ?? 0) > (steps[i - 1]?.value ?? Number.POSITIVE_INFINITY));
  return [
    ...longNameFinding(
      spec.id,
      steps.map((s) => s.name),
    ),
    ...(count > steps.length
      ? [
          {
            code: 'charts/too-many-steps',
            severity: 'note',
            message: `the funnel "${spec.id}" shows the first ${steps.length} of ${count} steps`,
            hints: ['use kind="bar" to compare many parts'],
          } as const,
        ]
      : []),
    ...(steps.some((s) => (s.value ?? 0) < 0)
      ? [warning('charts/negative-in-funnel', `the funnel "${spec.id}" holds negative values, which have no bar`, 'use kind="bar"')]
      : []),
    ...(widens
      ? [
          warning(
            'charts/funnel-widens',
            `a step of the funnel "${spec.id}" is larger than the one above`,
            'order the steps from the largest to the smallest',
          ),
        ]
      : []),
  ];
};

/** Steps as bars centred over each other, the widest first, and each as a share of the one above. */
export const funnel: ChartKind = {
  height: (spec) => Math.min(290, Math.max(120, Math.min(spec.drawn.series.length, MOST_STEPS) * 52)),
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const drawn = funnelOf(spec, context);
    const g = geometryOf(drawn, context);
    return {
      diagnostics: findings(spec, drawn),
      alt: {
        kind: 'funnel',
        of: 'names',
        name: spec.drawn.label,
        unit: locale.unit(spec.drawn.unit),
        points: drawn.steps.map((s) => ({ at: s.name, figure: s.figure })),
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: columnsOf(drawn, spec, context) },
        categories: 'item',
        frame,
        area: areaOf(g.plot, frame),
        axes: lyingAxes({ min: 0, max: drawn.widest }, { line: false }, context),
        layers: [{ kind: 'bar', grouping: 'stacked', gapWidth: GAP_WIDTH, overlap: 100, series: seriesOf(drawn, g) }],
        annotations: shares(drawn, g, context),
      },
    };
  },
};
