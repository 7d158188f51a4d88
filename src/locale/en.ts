import type { Figure, FigureForm, FigureUnit, Quantity } from '../figures/ledger.ts';
import type { Qualifier } from '../market/market.ts';
import type { Locale } from './locale.ts';
import { fixed } from './rounding.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';
const EN_DASH = '\u2013';

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', CNY: 'CN¥', KRW: '₩', INR: '₹' };
/** In running text the dollar names its country once. */
const LONG_SYMBOLS: Readonly<Record<string, string>> = { ...SYMBOLS, USD: 'US$' };

const SHORT_SCALES: Readonly<Record<number, string>> = { 0: '', 3: 'k', 6: 'm', 9: 'bn', 12: 'tn' };
const LONG_SCALES: Readonly<Record<number, string>> = { 0: '', 3: 'thousand', 6: 'million', 9: 'billion', 12: 'trillion' };

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  about: 'about',
  over: 'over',
  'at-least': 'at least',
  under: 'under',
  'up-to': 'up to',
  almost: 'almost',
};
const QUALIFIER_SIGNS: Readonly<Record<Qualifier, string>> = {
  about: '~',
  over: '>',
  'at-least': '≥',
  under: '<',
  'up-to': '≤',
  almost: '~',
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SUFFIXES: Readonly<Record<Figure['status'], string>> = { actual: 'A', estimate: 'E', forecast: 'F', provisional: 'P', derived: 'D' };

const UNDISCLOSED = `n/d`;
const NOT_APPLICABLE = 'n/a';

const digits = (value: number, decimals: number): string => fixed(value, decimals, ',', '.');

interface Affixes {
  readonly prefix: string;
  readonly suffix: string;
}

const scaleName = (names: Readonly<Record<number, string>>, scale: number): string => names[scale] ?? `×10^${scale}`;

const joined = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join(NBSP);

/** What stands before and after the number in a form. */
const affixes = (unit: FigureUnit, form: FigureForm): Affixes => {
  if (unit.kind === 'percent') return { prefix: '', suffix: '%' };
  if (unit.kind === 'multiple') return { prefix: '', suffix: '×' };
  if (unit.kind === 'points') return { prefix: '', suffix: `${NBSP}pp` };
  if (form === 'bare' || unit.kind === 'index' || unit.kind === 'rank') return { prefix: '', suffix: '' };
  const scales = form === 'long' ? LONG_SCALES : SHORT_SCALES;
  if (unit.kind === 'count') return { prefix: '', suffix: `${NBSP}${joined(scaleName(LONG_SCALES, unit.scale), unit.of)}` };
  const symbol = (form === 'long' ? LONG_SYMBOLS : SYMBOLS)[unit.currency] ?? `${unit.currency}${NBSP}`;
  const scale = scaleName(scales, unit.scale);
  return { prefix: symbol, suffix: scale === '' ? '' : `${NBSP}${scale}` };
};

const signOf = (value: number, signed: boolean, form: FigureForm): string => {
  if (value < 0) return MINUS;
  return signed && value > 0 && form !== 'plain' && form !== 'long' ? '+' : '';
};

const qualified = (text: string, qualifier: Qualifier | undefined, form: FigureForm): string => {
  if (qualifier === undefined) return text;
  return form === 'bare' ? `${QUALIFIER_SIGNS[qualifier]}${text}` : `${QUALIFIER_WORDS[qualifier]}${NBSP}${text}`;
};

const undisclosedText = (quantity: Extract<Quantity, { kind: 'undisclosed' }>): string =>
  quantity.reason === 'not-applicable' ? NOT_APPLICABLE : UNDISCLOSED;

const years = (from: number, to: number): string => (from === to ? String(from) : `${from}${EN_DASH}${to}`);

const unitText = (unit: FigureUnit): string => {
  if (unit.kind === 'money')
    return joined(LONG_SYMBOLS[unit.currency] ?? unit.currency, scaleName(LONG_SCALES, unit.scale)).replaceAll(NBSP, ' ');
  if (unit.kind === 'count') return joined(scaleName(LONG_SCALES, unit.scale), unit.of).replaceAll(NBSP, ' ');
  if (unit.kind === 'index') return unit.base === undefined ? 'index' : `index, ${unit.base}`;
  return { percent: '%', points: 'percentage points', multiple: '×', rank: 'rank' }[unit.kind];
};

const print = (figure: Figure, form: FigureForm): string => {
  const { quantity, unit } = figure;
  if (form === 'year') return String(figure.period.to);
  if (form === 'period') return years(figure.period.from, figure.period.to);
  if (form === 'unit') return unitText(unit);
  if (quantity.kind === 'undisclosed') return undisclosedText(quantity);
  const { prefix, suffix } = affixes(unit, form);
  if (quantity.kind === 'range') {
    const [low, high] = [quantity.low, quantity.high].map((v) => `${v < 0 ? MINUS : ''}${digits(v, quantity.decimals)}`);
    return qualified(`${prefix}${low}${EN_DASH}${high}${suffix}`, quantity.qualifier, form);
  }
  if (unit.kind === 'rank')
    return form === 'bare' ? digits(quantity.value, 0) : `no.${NBSP}${digits(quantity.value, 0)} of${NBSP}${unit.of}`;
  const number = digits(quantity.value, quantity.decimals);
  // A value that rounds to nothing has no sign: "−0.0%" would say something it does not know.
  const sign = /[1-9]/.test(number) ? signOf(quantity.value, figure.signed, form) : '';
  return qualified(`${sign}${prefix}${number}${suffix}`, quantity.qualifier, form);
};

export const en: Locale = {
  language: 'en-GB',
  print,
  undisclosed: UNDISCLOSED,
  notCovered: EN_DASH,
  period: (year, status) => `${year}${SUFFIXES[status]}`,
  years,
  number: (value, decimals) => `${value < 0 ? MINUS : ''}${digits(value, decimals)}`,
  unit: unitText,
  date: (iso) => {
    const [year = '', month = '1', day = '1'] = iso.split('-');
    return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  },
  list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`),
  words: {
    status: { actual: 'actual', estimate: 'estimate', forecast: 'forecast', provisional: 'provisional', derived: 'derived' },
    legend: {
      actual: 'Actual',
      estimate: 'Estimate',
      forecast: 'Forecast, published',
      provisional: 'Provisional',
      derived: 'Derived',
      undisclosed: 'Not disclosed',
    },
    chartKind: {
      column: 'Column chart',
      bar: 'Bar chart',
      'stacked-column': 'Stacked column chart',
      'clustered-column': 'Clustered column chart',
      'clustered-bar': 'Clustered bar chart',
      combo: 'Column chart with growth',
      'percent-column': 'Column chart of shares',
      'percent-bar': 'Bar chart of shares',
      line: 'Line chart',
      'indexed-line': 'Index line chart',
      scenario: 'Scenario chart',
      'small-multiples': 'Small column charts',
      doughnut: 'Doughnut chart',
      mekko: 'Market map',
      bubble: 'Bubble chart',
      quadrant: 'Quadrant chart',
      waterfall: 'Waterfall chart',
      funnel: 'Funnel chart',
      butterfly: 'Butterfly chart',
      competing: 'Bar chart of competing figures',
      dumbbell: 'Dumbbell chart',
      impact: 'Impact matrix',
      timeline: 'Timeline',
    },
    placeholder: 'placeholder (no value)',
    scalesDiffer: {
      slide: 'The scales of the charts differ: equal lengths are not equal values.',
      figure: 'Its scale differs from that of {figure}: equal lengths are not equal values.',
    },
    change: 'Change {years}',
    ofStepAbove: '{value} of the step above',
    helperColumns: {
      value: 'Value',
      after: 'Level after',
      base: 'Base',
      up: 'Up',
      upBelow: 'Up, below zero',
      down: 'Down',
      downBelow: 'Down, below zero',
      level: 'Level',
      room: 'room of the label',
      gutter: 'room of the names',
      low: 'Low end',
      high: 'High end',
      width: 'Range',
      widthBelow: 'Range, below zero',
      endOf: 'End of the line',
      end: 'Its value',
      line: 'Place on the line',
    },
    dataColumns: {
      period: 'Period',
      item: 'Item',
      name: 'Full name',
      printed: 'As printed',
      status: 'Status',
      source: 'Source',
      number: 'Number',
      year: 'Year',
    },
    cagr: 'CAGR',
    mean: 'Mean',
    growthOn: { year: 'Growth on the year before', column: 'Growth on the column before' },
    share: 'Share',
    axisEnds: { low: 'Low', high: 'High' },
    illustrativePlacement: 'ILLUSTRATIVE PLACEMENT',
    withoutScores: 'Without scores',
    withoutYear: 'Without a year',
    size: 'Size',
    width: 'Edge of the column, 0 to 1000',
    unnamed: 'Without room for a name, from left to right',
    notDrawn: 'Not drawn',
    belowZero: 'Below zero, not drawn',
    total: 'Total',
    index: 'index',
    other: 'Other',
    labelHeight: 'height of the label',
    band: { floor: 'floor of the band', width: 'height of the band' },
    altSeries: '{kind}. {name}, {unit}: {points}.',
    altPoint: '{value} in {year} ({status})',
    altPart: '{year} {value}',
    altCagr: 'CAGR {value} over {years}.',
    altGrowth: 'Growth {value} over {years}.',
    altUndisclosed: { one: '1 value not disclosed.', other: '{count} values not disclosed.' },
    altSmallShares: 'Shares too small for a label are drawn without one.',
    altHighest: 'highest {value} ({year})',
    altLowest: 'lowest {value} ({year})',
  },
};
