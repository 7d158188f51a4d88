import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { longNameFinding } from '../brief-name.ts';
import { insideFrame } from '../draw/labels.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { type Dated, datedOf, HEIGHTS, type Moment, momentColumns, momentsOf, type Places, placesOf, sideOf } from '../moments.ts';
import type { NativePoint, TextStyle } from '../native.ts';
import { literal } from '../number-format.ts';
import type { Fill, Stroke } from '../paint.ts';
import { areaOf, type Plot } from '../plot.ts';
import type { ChartSpec } from '../spec.ts';
import { line, widthOf } from '../text-box.ts';
import { listBoxes, listLines } from '../xy-frame.ts';

const HEIGHT = 240;
/** More than these are hard to take in at once. */
const MANY = 6;
/** Between two texts, points. */
const GAP = 4;

const styles = ({ scale }: ChartContext): { readonly year: TextStyle; readonly name: TextStyle } => ({
  year: { size: scale.name.size, bold: true, color: 'blue' },
  name: { size: scale.name.size, bold: false, color: 'ink' },
});

const markerOf = ({ scale }: ChartContext): number => scale.axis;

interface Geometry {
  readonly plot: Plot;
  /** Height of the line of years. */
  readonly middle: number;
  /** From the line to where years begin. */
  readonly lead: number;
  /** Lines a name has room for. */
  readonly most: number;
  /** Where the mark of each moment stands, and where its texts have their middle. */
  readonly marks: readonly number[];
  readonly centres: readonly number[];
}

const geometryOf = (dated: readonly Dated[], places: Places, lists: readonly string[], context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const foot = lists.length === 0 ? 0 : 6 + lists.length * lineHeight(scale.legend);
  const height = Math.max(40, frame.height - foot);
  const row = lineHeight(scale.name.size);
  // A year fits between its own height and that of the name.
  const lead = (row + 1) / (HEIGHTS.name / HEIGHTS.year - 1);
  const { min, max } = places.across;
  const at = (year: number): number => (frame.width * (year - min)) / (max - min);
  return {
    plot: { x: 0, y: 0, w: frame.width, h: height },
    middle: height / 2,
    lead,
    most: Math.floor((height / 2 - (HEIGHTS.name / HEIGHTS.year) * lead - GAP) / row),
    marks: dated.map((d) => at(d.year)),
    centres: dated.map((d, i) => at(d.year + (places.shifts[i] ?? 0))),
  };
};

interface Text {
  readonly lines: readonly string[];
  readonly left: number;
  readonly right: number;
}

/** A text around its middle, or nearer to the middle of the frame where it would leave it. */
const textOf = (lines: readonly string[], centre: number, style: TextStyle, context: ChartContext): Text => {
  const spans = lines.map((text) => {
    const middle = insideFrame(centre, text, style.size, context);
    const half = widthOf(text, style) / 2;
    return { left: middle - half, right: middle + half };
  });
  return { lines, left: Math.min(...spans.map((s) => s.left)), right: Math.max(...spans.map((s) => s.right)) };
};

interface Labels {
  readonly geometry: Geometry;
  readonly lists: readonly string[];
  /** By moment; undefined where there is no room. */
  readonly years: readonly (Text | undefined)[];
  readonly names: readonly (Text | undefined)[];
  readonly listed: number;
}

/** Texts of one side that meet no earlier one. */
const apart = (texts: readonly (Text | undefined)[]): readonly (Text | undefined)[] => {
  const kept: (Text | undefined)[] = [];
  for (const [i, text] of texts.entries()) {
    const meets =
      text !== undefined && kept.some((k, n) => k && sideOf(n) === sideOf(i) && k.left < text.right + GAP && text.left < k.right + GAP);
    kept.push(meets ? undefined : text);
  }
  return kept;
};

/**
 * Years and names beside the line; what finds no room is listed below. The list takes height, which may cost further names their room:
 * it is made again until it holds them all.
 */
const labelled = (dated: readonly Dated[], undated: readonly Moment[], places: Places, context: ChartContext): Labels => {
  const { locale } = context;
  const { year, name } = styles(context);
  const without =
    undated.length === 0 ? [] : [`${locale.words.withoutYear}${locale.colon}${undated.map((m) => m.name).join(locale.comma)}`];
  const attempt = (listed: ReadonlySet<string>): Labels => {
    const below = dated.filter((d) => listed.has(d.id)).map((d) => `${d.year}\u00a0${d.name}`);
    const lists = listLines([...(below.length > 0 ? [below.join(locale.comma)] : []), ...without], context);
    const geometry = geometryOf(dated, places, lists, context);
    const { centres, most } = geometry;
    const years = apart(dated.map((d, i) => textOf([`${d.year}`], centres[i] ?? 0, year, context)));
    const names = apart(
      dated.map((d, i) => {
        const lines = places.lines[i] ?? [d.name];
        return years[i] && lines.length <= most ? textOf(lines, centres[i] ?? 0, name, context) : undefined;
      }),
    );
    const missing = dated.filter((_, i) => names[i] === undefined).map((d) => d.id);
    return missing.every((id) => listed.has(id))
      ? { geometry, lists, years, names, listed: listed.size }
      : attempt(new Set([...listed, ...missing]));
  };
  return attempt(new Set());
};

const LEADER: Stroke = { color: 'rule', width: 0.75, dashed: false };

const findings = (spec: ChartSpec, moments: readonly Moment[], dated: number, listed: number): readonly Diagnostic[] => [
  ...(dated > MANY
    ? [
        {
          code: 'charts/many-moments',
          severity: 'note',
          message: `the chart "${spec.id}" has ${dated} moments: more than ${MANY} are hard to take in at once`,
          hints: ['leave "when" out of the points that matter less: they are listed under the line'],
        } as const,
      ]
    : []),
  ...(listed > 0
    ? [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" tells ${listed} of its moments under the line: their names have no room beside it`,
          hints: ['give the points shorter labels, or fewer of them a year'],
        } as const,
      ]
    : []),
  ...longNameFinding(
    spec.id,
    moments.map((m) => m.full),
  ),
];

const MARK: Fill = { kind: 'solid', color: 'blue' };
const NO_MARK: Fill = { kind: 'none' };
const RIM: Stroke = { color: 'blue', width: 0.75, dashed: false };

/** Points of prose along a line of years, their names above and below it by turns. */
export const timeline: ChartKind = {
  height: () => HEIGHT,
  // Years are counted in nothing: the heading has them alone.
  unit: () => '',
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const moments = momentsOf(spec);
    const dated = datedOf(moments);
    const undated = moments.filter((m) => m.year === undefined);
    const places = placesOf(dated);
    const { geometry: g, lists, years, names, listed } = labelled(dated, undated, places, context);
    const style = styles(context);
    const points = dated.map((_, index): NativePoint => ({ index, fill: MARK, stroke: RIM, label: null }));
    const labels = (texts: readonly (Text | undefined)[], from: string, look: TextStyle): readonly NativePoint[] =>
      dated.map((_, index): NativePoint => {
        const lines = texts[index]?.lines;
        const text = lines?.join('\n') ?? '';
        return {
          index,
          fill: NO_MARK,
          label: lines
            ? {
                text,
                format: literal(text),
                style: look,
                position: sideOf(index) === 'above' ? 't' : 'b',
                from,
              }
            : null,
        };
      });
    const reach = (HEIGHTS.year * g.middle) / g.lead;
    return {
      diagnostics: findings(spec, moments, dated.length, listed),
      alt: {
        kind: 'timeline',
        of: 'names',
        name: spec.drawn.label,
        unit: locale.years(dated[0]?.year ?? 0, dated.at(-1)?.year ?? 0),
        points: [],
        said: dated.map((d) => ({ text: `${d.year} ${d.name}`, figures: [] })),
        listed: { heading: locale.words.withoutYear, names: undated.map((m) => m.name) },
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: momentColumns(moments, places, locale) },
        categories: 'item',
        frame,
        area: areaOf(g.plot, frame),
        axes: {
          kind: 'xy',
          x: places.across,
          y: { min: HEIGHTS.line - reach, max: HEIGHTS.line + reach },
          crossX: places.across.min,
          crossY: HEIGHTS.line,
          line: { color: 'rule', width: 0, dashed: false },
        },
        layers: [
          {
            kind: 'scatter',
            series: [
              {
                values: 'line',
                x: 'year',
                fill: MARK,
                stroke: RIM,
                marker: markerOf(context),
                joined: { color: 'blue', width: 1.5, dashed: false },
                points,
              },
              { values: 'year-height', x: 'place', fill: NO_MARK, points: labels(years, 'year', style.year) },
              { values: 'name-height', x: 'place', fill: NO_MARK, points: labels(names, 'item', style.name) },
            ],
          },
        ],
        annotations: [
          ...dated.flatMap((d, i) => {
            if (!years[i]) return [];
            const sign = sideOf(i) === 'above' ? -1 : 1;
            const from = { x: g.marks[i] ?? 0, y: g.middle + sign * (markerOf(context) / 2 + 1) };
            return [line(`leader ${d.id}`, from, { x: g.centres[i] ?? 0, y: g.middle + sign * g.lead }, LEADER, frame)];
          }),
          ...listBoxes(lists, context),
        ],
      },
    };
  },
};
