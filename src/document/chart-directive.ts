import { nearest } from '../base/id.ts';
import { CHART_SHAPES, type ChartAttribute, type ChartKindName, type ChartShape, type ChartSpec } from '../charts/spec.ts';
import type { DrawnShape, Window } from '../figures/drawn/drawn.ts';
import type { BlockOf } from './document.ts';
import { type Attributes, attributeInlines, type Directive, idList, type Parsing, report } from './parsing.ts';

/** What every chart takes; the attributes beyond are its kind's. */
const COMMON = ['kind', 'of', 'id', 'caption', 'heading', 'note', 'sources'] as const;

const OF: Readonly<Record<DrawnShape, string>> = {
  series: 'series of one unit, or the dimension of a cube (CUBE.DIMENSION)',
  parts: 'a breakdown, or the dimension of a cube in one year (CUBE.DIMENSION.YEAR)',
  grid: 'a cube of two dimensions',
  bridge: 'a series, or the dimension of a cube (CUBE.DIMENSION) with two years',
  steps: 'two to five series of one unit, or a breakdown',
  pairs: 'the dimension of a cube (CUBE.DIMENSION), series with two years, or two breakdowns of one unit',
  competing: 'a series with alternatives',
  placements: 'a body of prose with axes and scores, e.g. opportunities',
  moments: 'a body of prose whose points say when, e.g. trends',
};

const windowOf = (text: string): Window | undefined => {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
  return match ? { from: Number(match[1]), to: Number(match[2]) } : undefined;
};

/** Windows of years, separated by blanks or commas. */
const windowsOf = (text: string): readonly Window[] => idList(text.replaceAll(',', ' ')).flatMap((w) => windowOf(w) ?? []);

/** "2024", "2020 2025 2030" or "2020-2030". */
const yearsOf = (text: string): readonly number[] =>
  idList(text).flatMap((word) => {
    const span = windowOf(word);
    if (span) return Array.from({ length: Math.max(0, span.to - span.from + 1) }, (_, i) => span.from + i);
    return /^\d{4}$/.test(word) ? [Number(word)] : [];
  });

const WINDOWS = /^\s*(?:\d{4}-\d{4}(?:[\s,]+|$))*$/;

/** Attributes whose text must have a form; what does not is an error, not a chart that lacks something. */
const FORMS: Readonly<Partial<Record<ChartAttribute, { readonly form: RegExp; readonly hint: string }>>> = {
  rate: { form: WINDOWS, hint: 'write windows of years, e.g. rate="2024-2029"' },
  difference: { form: WINDOWS, hint: 'write windows of years, e.g. difference="2024-2029"' },
  level: { form: /^\s*(?:\d{4}(?:\s+|$))*$/, hint: 'write years, e.g. level="2024"' },
  years: { form: /^\s*(?:\d{4}(?:-\d{4})?(?:\s+|$))*$/, hint: 'write years or a span, e.g. years="2020 2025" or years="2020-2030"' },
  derive: { form: /^(?:cagr)?$/, hint: 'only derive="cagr" is known: the years between the ends of the rate, by compounding' },
  mean: { form: /^(?:|yes)$/, hint: 'write mean="yes"' },
  axis: { form: /^(?:|second)$/, hint: 'write axis="second"' },
  order: { form: /^(?:|given)$/, hint: 'write order="given"' },
};

/** Levels that are values, one for each direction. */
const VALUES = { form: /^\s*(?:-?\d+(?:\.\d+)?(?:\s+|$)){0,2}$/, hint: 'write the values of the lines, e.g. level="20 12.5"' } as const;

/** A part is named by any text. */
const LEVELS = { values: VALUES, part: undefined } as const;

const formOf = (name: string, { levels }: ChartShape) =>
  name === 'level' && levels !== undefined ? LEVELS[levels] : FORMS[name as ChartAttribute];

const levelsOf = (text: string, shape: ChartShape): readonly number[] =>
  shape.levels === 'values' ? idList(text).map(Number).filter(Number.isFinite) : yearsOf(text);

const checkAttributes = (parsing: Parsing, node: Directive, attributes: Attributes, kind: ChartKindName, shape: ChartShape): void => {
  const known: readonly string[] = [...COMMON, ...shape.attributes];
  for (const [name, text] of Object.entries(attributes)) {
    const form = formOf(name, shape);
    if (!known.includes(name)) {
      const close = nearest(name, known);
      const hint = close === undefined ? `it takes ${known.join(', ')}` : `did you mean "${close}"?`;
      report(parsing, node, 'document/unknown-attribute', `a ${kind} chart takes no "${name}"`, hint);
    } else if (form && !form.form.test(text))
      report(parsing, node, 'document/attribute-form', `"${text}" is not what ${name} takes`, form.hint);
  }
};

const kindOf = (parsing: Parsing, node: Directive, name: string): ChartKindName | undefined => {
  const names = Object.keys(CHART_SHAPES);
  if (names.includes(name)) return name as ChartKindName;
  const close = nearest(name, names);
  report(
    parsing,
    node,
    'document/unknown-chart',
    `there is no chart kind "${name}"`,
    close === undefined ? `use ${names.join(', ')}` : `did you mean "${close}"?`,
  );
  return undefined;
};

const reportUndrawable = (parsing: Parsing, node: Directive, kind: ChartKindName, shape: ChartShape, of: readonly string[]): void => {
  const names = new Set(parsing.drawable());
  const unknown = of.filter((id) => !names.has(id));
  for (const id of unknown) {
    const close = nearest(id, names);
    report(
      parsing,
      node,
      'document/unknown-series',
      `there is no series or breakdown "${id}" to chart`,
      ...(close === undefined ? [] : [`did you mean "${close}"?`]),
    );
  }
  if (unknown.length === 0)
    report(parsing, node, 'document/wrong-series', `"${of.join(' ')}" cannot be drawn as a ${kind} chart`, `give it ${OF[shape.of]}`);
};

const specOf = (parsing: Parsing, node: Directive, attributes: Attributes, id: string): ChartSpec | undefined => {
  const kind = kindOf(parsing, node, attributes['kind'] ?? '');
  if (kind === undefined) return undefined;
  const shape: ChartShape = CHART_SHAPES[kind];
  checkAttributes(parsing, node, attributes, kind, shape);
  const of = idList(attributes['of']);
  const windows = (name: ChartAttribute): readonly Window[] => windowsOf(attributes[name] ?? '');
  const years = yearsOf(attributes['years'] ?? '');
  const level = attributes['level'] ?? '';
  const levels = shape.levels === 'part' ? [] : levelsOf(level, shape);
  const fits = of.length >= shape.ids.least && of.length <= shape.ids.most;
  const drawn = fits
    ? parsing.draw({
        shape: shape.of,
        of,
        ...(shape.beside === undefined ? {} : { beside: shape.beside }),
        ...(shape.fold === undefined ? {} : { fold: shape.fold }),
        ...(shape.named === undefined ? {} : { named: shape.named }),
        total: shape.total ?? false,
        ...(years.length === 0 ? {} : { years }),
        windows: windows('rate'),
        path: attributes['derive'] === 'cagr',
        differences: windows('difference'),
        growth: shape.growth ?? false,
        mean: attributes['mean'] === 'yes' || (shape.mean === true && levels.length === 0),
      })
    : undefined;
  if (!drawn) {
    reportUndrawable(parsing, node, kind, shape, of);
    return undefined;
  }
  return {
    kind,
    id,
    of,
    drawn,
    levels,
    ...(shape.levels === 'part' && level !== '' ? { levelPart: level } : {}),
    secondAxis: attributes['axis'] === 'second',
    ...(attributes['order'] === 'given' ? { asGiven: true } : {}),
    ...(attributes['highlight'] === undefined ? {} : { highlight: attributes['highlight'] }),
  };
};

/** `::chart{kind="…" of="…"}`: what it draws is resolved here, so that a wrong id is told with its template line. */
export const chartBlock = (parsing: Parsing, node: Directive, attributes: Attributes): BlockOf<'chart'> | undefined => {
  const id = attributes['id'] ?? ['chart', ...idList(attributes['of'])].join('-');
  const spec = specOf(parsing, node, attributes, id);
  return (
    spec && {
      kind: 'chart',
      anchor: id,
      spec,
      caption: attributeInlines(parsing, attributes, 'caption'),
      heading: attributeInlines(parsing, attributes, 'heading'),
      note: attributeInlines(parsing, attributes, 'note'),
      sources: [...idList(attributes['sources']), ...(spec.drawn.source === undefined ? [] : [spec.drawn.source])],
    }
  );
};
