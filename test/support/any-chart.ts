import fc from 'fast-check';
import { compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import { CHART_KINDS } from '../../src/charts/kinds/index.ts';
import { CHART_SHAPES, type ChartAttribute, type ChartKindName, type ChartShape } from '../../src/charts/spec.ts';
import { en } from '../../src/locale/en.ts';
import { type Ground, groundOf } from './any-market.ts';
import type { MadeChart } from './chart-findings.ts';
import { specOfDirective } from './directive.ts';
import type { ChartAttributes } from './gallery.ts';
import { ledgerOfData } from './market.ts';

/** A chart a template could ask for, over a market that has what it draws. */
export interface AnyChart {
  readonly kind: ChartKindName;
  readonly file: Ground['file'];
  readonly attributes: ChartAttributes;
}

/** Numbers below one that choose from a ground's years and names. */
type Choices = readonly number[];

const pick = <T>(list: readonly T[], choice: number): T | undefined => list[Math.floor(choice * list.length)];

const windows = ({ years }: Ground, choices: Choices): string | undefined => {
  const found = [0, 2, 3].flatMap((n): readonly string[] => {
    const ends = [pick(years, choices[n] ?? 0), pick(years, choices[n + 1] ?? 0)].filter((y) => y !== undefined).sort((a, b) => a - b);
    const [from, to] = ends;
    return from === undefined || to === undefined || from === to ? [] : [`${from}-${to}`];
  });
  const wanted = [...new Set(found)].slice(0, 1 + Math.floor((choices[4] ?? 0) * 3));
  return wanted.length === 0 ? undefined : wanted.join((choices[5] ?? 0) < 0.5 ? ' ' : ',');
};

const yearList = ({ years }: Ground, choices: Choices): string | undefined => {
  const chosen = years.filter((_, i) => (choices[i % choices.length] ?? 0) > 0.4);
  return chosen.length === 0 ? undefined : chosen.join(' ');
};

/** By what the levels of a kind name: years, a part, or the values of the lines. */
const LEVELS: Readonly<
  Record<NonNullable<ChartShape['levels']> | 'years', (ground: Pick<Ground, 'years' | 'names'>, choices: Choices) => string | undefined>
> = {
  years: ({ years }, choices) => {
    const chosen = choices.slice(0, 1 + Math.floor((choices[5] ?? 0) * 5)).flatMap((c) => pick(years, c) ?? []);
    return chosen.length === 0 ? undefined : chosen.join(' ');
  },
  part: ({ names }, choices) => pick(names, choices[0] ?? 0),
  values: (_, choices) =>
    choices
      .slice(0, 2)
      .map((c) => String(Math.round(c * 100)))
      .join(' '),
};

/** What a template may write for each attribute; undefined where the market gives nothing to write. */
const ATTRIBUTES: Readonly<Record<ChartAttribute, (ground: Ground, choices: Choices, shape: ChartShape) => string | undefined>> = {
  rate: windows,
  difference: windows,
  derive: () => 'cagr',
  level: ({ years, names }, choices, { levels }) => LEVELS[levels ?? 'years']({ years, names }, choices),
  mean: () => 'yes',
  years: yearList,
  highlight: ({ names }, choices) => pick(names, choices[0] ?? 0),
  axis: () => 'second',
  order: () => 'given',
};

const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 6, maxLength: 6 });

/** Any chart of a kind that a template may ask for, over any market that has what it draws. */
export const anyChart = (kind: ChartKindName): fc.Arbitrary<AnyChart> => {
  const shape: ChartShape = CHART_SHAPES[kind];
  return fc
    .record({
      ground: groundOf(shape),
      wanted: fc.array(fc.boolean(), { minLength: shape.attributes.length, maxLength: shape.attributes.length }),
      choices: fc.array(choices, { minLength: shape.attributes.length, maxLength: shape.attributes.length }),
    })
    .map(({ ground, wanted, choices: all }) => {
      const attributes = shape.attributes.flatMap((attribute, i): readonly (readonly [string, string])[] => {
        const text = wanted[i] ? ATTRIBUTES[attribute](ground, all[i] ?? [], shape) : undefined;
        return text === undefined ? [] : [[attribute, text]];
      });
      return { kind, file: ground.file, attributes: { of: ground.ids.join(' '), ...Object.fromEntries(attributes) } };
    });
};

/** The frames charts get on slides, in points; on pages their kind says how high. */
export const SLIDE_FRAMES = [
  { width: 888, height: 310 },
  { width: 620, height: 310 },
  { width: 437, height: 250 },
] as const;
const PAGE_WIDTH = 483;

export type AnyFrame = (typeof SLIDE_FRAMES)[number] | 'page' | 'page alone';

export const anyFrame = fc.constantFrom<AnyFrame>(...SLIDE_FRAMES, 'page', 'page alone');

/**
 * The chart compiled for a frame; undefined where the data has not what it draws, which a template's author is told. It is done
 * inside of a property, so that a counterexample is as short as its input.
 */
export const compiledAny = (any: AnyChart, frame: AnyFrame, valuePerPoint?: number): MadeChart | undefined => {
  const ledger = ledgerOfData(any.file);
  const { spec, diagnostics } = specOfDirective(ledger, any.kind, 'chart', any.attributes);
  if (!spec && diagnostics.every((d) => d.code === 'document/wrong-series')) return undefined;
  if (!spec) throw new Error(`not drawn: ${diagnostics.map((d) => d.message).join('; ')}`);
  const onPage = frame === 'page' || frame === 'page alone';
  const size = onPage ? { width: PAGE_WIDTH, height: CHART_KINDS[any.kind].height(spec, { ledger }, frame === 'page alone') } : frame;
  const { chart } = compileChart(spec, {
    ledger,
    locale: en,
    frame: size,
    scale: onPage ? REPORT_SCALE : DECK_SCALE,
    ...(valuePerPoint === undefined ? {} : { valuePerPoint }),
  });
  return { chart, figures: ledger.figures };
};
