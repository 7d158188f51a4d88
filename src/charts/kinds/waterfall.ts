import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { type BridgeStep, bridgeOf } from '../bridge-steps.ts';
import { BRIDGE, barOf, bridgeColumns, labelEnd, labelsBelow } from '../bridge-table.ts';
import { longNameFinding } from '../brief-name.ts';
import { endsAt } from '../common-scale.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, LABEL_DISTANCE, widestText } from '../label-fit.ts';
import { namesBelow } from '../names-below.ts';
import type { Annotation, NativePoint, NativeSeries, TextStyle } from '../native.ts';
import { literal } from '../number-format.ts';
import type { Fill } from '../paint.ts';
import { areaOf } from '../plot.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS, lookOf } from '../status-look.ts';
import { line } from '../text-box.ts';

const GAP_WIDTH = 45;
/** The height of what is withheld: a share of the highest level. It carries no value. */
const STUB = 0.15;
const LABEL_GAP = 3;

const RISE: Fill = { kind: 'solid', color: 'teal' };
const FALL: Fill = { kind: 'solid', color: 'rust' };
const NONE: Fill = { kind: 'none' };

interface Geometry {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly min: number;
  readonly max: number;
  readonly band: number;
  readonly centre: (index: number) => number;
  readonly yOf: (value: number) => number;
}

const geometryOf = (steps: readonly BridgeStep[], stub: number, below: number, { frame, scale, valuePerPoint }: ChartContext): Geometry => {
  const labels = lineHeight(scale.value) + LABEL_GAP + 2;
  const plot = { x: 2, y: 2, w: frame.width - 4, h: Math.max(20, frame.height - 2 - below) };
  const reach = steps.flatMap((s) => [s.from, s.to, labelEnd(s, stub)]);
  const [top, bottom] = [Math.max(0, ...reach), Math.min(0, ...reach)];
  const footroom = steps.some(labelsBelow) || bottom < 0 ? labels : 0;
  const usable = Math.max(plot.h * 0.3, plot.h - labels - footroom);
  const perPoint = (top - bottom || 1) / usable;
  const own = { min: bottom - perPoint * footroom, max: top + perPoint * labels };
  const { min, max } = endsAt(own, { bottom, foot: footroom, length: plot.h }, valuePerPoint);
  const band = plot.w / Math.max(1, steps.length);
  return {
    plot,
    min,
    max,
    band,
    centre: (i) => plot.x + band * (i + 0.5),
    yOf: (v) => plot.y + plot.h * (1 - (v - min) / (max - min)),
  };
};

/** Lines from the end of a step to the beginning of the next, where both are known and meet. */
const connectors = (steps: readonly BridgeStep[], g: Geometry, { frame }: ChartContext): readonly Annotation[] => {
  const half = g.band / (1 + GAP_WIDTH / 100) / 2;
  return steps.flatMap((step, i) => {
    const before = steps[i - 1];
    if (!before || !step.joined) return [];
    const y = g.yOf(before.to);
    const [from, to] = [g.centre(i - 1) + half, g.centre(i) - half];
    return [line(`connector ${i}`, { x: from, y }, { x: to, y }, { color: 'ink3', width: 0.75, dashed: false }, frame)];
  });
};

const changeSeries = (steps: readonly BridgeStep[], values: string, up: boolean, part: 'above' | 'below', fill: Fill): NativeSeries => ({
  values,
  fill,
  points: steps.flatMap((s, index) => {
    const own = s.kind === 'change' && s.value !== undefined && up === s.to >= s.from && barOf(s)[part] !== 0;
    return own ? [{ index, fill, label: null }] : [];
  }),
});

const barSeries = (steps: readonly BridgeStep[]): readonly NativeSeries[] => {
  const points = (test: (s: BridgeStep) => boolean, look: (s: BridgeStep) => Omit<NativePoint, 'index' | 'label'>) =>
    steps.flatMap((s, index): readonly NativePoint[] => (test(s) ? [{ index, ...look(s), label: null }] : []));
  const under = steps.some((s) => s.kind === 'change' && barOf(s).below < 0);
  const withheld = (s: BridgeStep): boolean => s.value === undefined;
  return [
    {
      values: BRIDGE.base,
      fill: NONE,
      points: points(
        (s) => s.kind === 'change' && (s.value !== undefined || s.on !== undefined),
        () => ({ fill: NONE }),
      ),
    },
    {
      values: BRIDGE.level,
      fill: LOOKS.actual.fill,
      points: points(
        (s) => s.kind === 'level' && !withheld(s),
        (s) => LOOKS[lookOf(s.figure)],
      ),
    },
    changeSeries(steps, BRIDGE.up, true, 'above', RISE),
    ...(under ? [changeSeries(steps, BRIDGE.upBelow, true, 'below', RISE)] : []),
    changeSeries(steps, BRIDGE.down, false, 'above', FALL),
    ...(under ? [changeSeries(steps, BRIDGE.downBelow, false, 'below', FALL)] : []),
    ...(steps.some(withheld)
      ? [{ values: BRIDGE.placeholder, ...LOOKS.undisclosed, points: points(withheld, () => LOOKS.undisclosed) }]
      : []),
  ];
};

const labelStyle = (step: BridgeStep, size: number): TextStyle => {
  if (step.kind === 'level' && step.figure.status === 'derived') return { size, bold: false, color: 'ink3' };
  return { size, bold: true, color: step.value === undefined ? 'ink2' : 'ink' };
};

/** Labels stand on an invisible line: stacked bars have no place beyond their end. */
const labelSeries = (steps: readonly BridgeStep[], shown: (step: BridgeStep) => boolean, size: number): NativeSeries => ({
  values: BRIDGE.label,
  fill: NONE,
  points: steps.map((s, index) => ({
    index,
    fill: NONE,
    label: shown(s)
      ? {
          text: s.label,
          format: literal(s.label),
          style: labelStyle(s, size),
          position: labelsBelow(s) || (s.value === undefined && s.from < 0) ? 'b' : 't',
          figure: s.figure.id,
        }
      : null,
  })),
});

const note = (code: string, message: string, hint: string): Diagnostic => ({ code, severity: 'note', message, hints: [hint] });

const findings = (spec: ChartSpec, steps: readonly BridgeStep[], open: boolean, all: boolean): readonly Diagnostic[] => {
  const { passedOver, series, folded } = spec.drawn;
  return [
    ...longNameFinding(
      spec.id,
      steps.map((s) => s.fullName),
    ),
    ...(folded === undefined
      ? []
      : [
          note(
            'charts/folded',
            `the bridge "${spec.id}" shows the ${series.length - 1} members that move most and sums ${folded} others as one step`,
            'the table beside it lists them all',
          ),
        ]),
    ...(passedOver === undefined
      ? []
      : [
          note(
            'charts/years-passed-over',
            `the bridge "${spec.id}" passes over ${passedOver} years, for which it has no room`,
            'choose at most four years, e.g. years="2020 2025 2030"',
          ),
        ]),
    ...(all
      ? []
      : [
          note(
            'charts/labels-left-out',
            `the bridge "${spec.id}" has no room for the labels of its changes`,
            'choose fewer years or members',
          ),
        ]),
    ...(open
      ? [
          {
            code: 'charts/bridge-open',
            severity: 'warning',
            message: `the changes in the bridge "${spec.id}" do not lead from its first level to its last`,
            hints: ['check that the members add up to their total in both years'],
          } as const,
        ]
      : []),
  ];
};

/** A bridge: levels that stand on zero, and the changes that lead from one to the next. */
export const waterfall: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const { steps, open } = bridgeOf(spec, context);
    const highest = Math.max(0, ...steps.map((s) => Math.max(Math.abs(s.from), Math.abs(s.to)))) || 1;
    const stub = STUB * highest;
    const band = (frame.width - 4) / Math.max(1, steps.length);
    const names = namesBelow(
      steps.map((s) => s.name),
      band,
      context,
    );
    const g = geometryOf(steps, stub, names.height, context);
    const texts = steps.map((s) => s.label);
    const fitting = fittingSize(scale, (at) => widestText(texts, at, true) + LABEL_DISTANCE <= band);
    const [all, size] = [fitting !== undefined, fitting ?? scale.legend];
    return {
      diagnostics: findings(spec, steps, open, all),
      alt: {
        kind: 'waterfall',
        of: 'names',
        name: spec.drawn.label,
        unit: locale.unit(spec.drawn.unit),
        points: steps.map((s) => ({ at: s.name, figure: s.figure })),
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: bridgeColumns(steps, stub, context) },
        categories: 'step',
        frame,
        area: areaOf(g.plot, frame),
        axes: {
          kind: 'category',
          direction: 'column',
          category: {
            labels: { size: scale.axis, bold: false, color: 'ink' },
            line: { color: 'ink3', width: 1, dashed: false },
            labelEvery: 1,
            ...(names.hidden ? { hidden: true } : {}),
          },
          value: { min: g.min, max: g.max },
        },
        layers: [
          { kind: 'bar', grouping: 'stacked', gapWidth: GAP_WIDTH, overlap: 100, series: barSeries(steps) },
          { kind: 'line', series: [labelSeries(steps, (s) => all || s.kind === 'level', size)] },
        ],
        annotations: [...connectors(steps, g, context), ...names.boxes(g.centre, g.plot.y + g.plot.h)],
      },
    };
  },
};
