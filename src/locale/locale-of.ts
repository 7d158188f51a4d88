import { filled } from '../base/pattern.ts';
import type { Figure, FigureForm, FigureUnit, Quantity } from '../figures/ledger.ts';
import type { Qualifier } from '../market/market.ts';
import type { Language, Scales } from './language.ts';
import type { Locale } from './locale.ts';
import { fixed } from './rounding.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';
const EN_DASH = '\u2013';

const scaleName = (names: Scales, scale: number): string => names[scale] ?? `×10^${scale}`;

const years = (from: number, to: number): string => (from === to ? String(from) : `${from}${EN_DASH}${to}`);

/** How one language prints, from its table. */
export const localeOf = (l: Language): Locale => {
  const digits = (value: number, decimals: number): string => {
    const text = fixed(value, decimals, '', l.number.point);
    const [whole = '', fraction] = text.split(l.number.point);
    const grouped = whole.length < l.number.groupFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, l.number.group);
    return fraction === undefined ? grouped : `${grouped}${l.number.point}${fraction}`;
  };

  const elided = (text: string): string => (l.elision ? text.replace(...l.elision) : text);

  /** A number with its sign and its unit. */
  const withUnit = (sign: string, n: string, unit: FigureUnit, form: FigureForm): string => {
    const bare = `${sign}${n}`;
    if (unit.kind === 'percent') return `${bare}${l.percent}`;
    if (unit.kind === 'multiple') return `${bare}${l.multiple}`;
    if (unit.kind === 'points') return `${bare}${l.points}`;
    if (form === 'bare' || unit.kind === 'index' || unit.kind === 'rank') return bare;
    if (unit.kind === 'count') {
      const scale = scaleName(l.count.scales, unit.scale);
      return elided(filled(scale === '' ? l.count.plain : l.count.scaled, { n: bare, scale, of: unit.of }));
    }
    const style = form === 'long' ? l.money.long : l.money.value;
    const scale = scaleName(style.scales, unit.scale);
    const currency = style.currencies[unit.currency] ?? `${unit.currency}${NBSP}`;
    const text = elided(filled(scale === '' ? style.plain : style.scaled, { sign, n, scale, currency }));
    return text.replace(/\u00a0+/g, NBSP).replace(/\u00a0$/, '');
  };

  const signOf = (value: number, signed: boolean, form: FigureForm): string => {
    if (value < 0) return MINUS;
    return signed && value > 0 && form !== 'plain' && form !== 'long' ? '+' : '';
  };

  const qualified = (text: string, qualifier: Qualifier | undefined, form: FigureForm): string => {
    if (qualifier === undefined) return text;
    return form === 'bare' ? `${l.qualifierSigns[qualifier]}${text}` : filled(l.qualifiers[qualifier], { x: text });
  };

  const undisclosedText = (quantity: Extract<Quantity, { kind: 'undisclosed' }>): string =>
    quantity.reason === 'not-applicable' ? l.notApplicable : l.undisclosed;

  const unitText = (unit: FigureUnit): string => {
    if (unit.kind === 'money') {
      const scale = scaleName(l.money.long.scales, unit.scale);
      const currency = l.money.long.currencies[unit.currency] ?? unit.currency;
      return elided(filled(scale === '' ? l.unit.moneyPlain : l.unit.money, { scale, currency }))
        .replaceAll(NBSP, ' ')
        .trim();
    }
    if (unit.kind === 'count') {
      const scale = scaleName(l.count.scales, unit.scale);
      return elided(filled(scale === '' ? l.unit.countPlain : l.unit.count, { scale, of: unit.of }))
        .replaceAll(NBSP, ' ')
        .trim();
    }
    if (unit.kind === 'index') return unit.base === undefined ? l.unit.index : filled(l.unit.indexOf, { base: unit.base });
    return l.unit[unit.kind];
  };

  /**
   * A range with its unit once: "$2.1–2.8 bn". Where an end is below zero each has its sign: "−$2.8 to $2.1 bn", since a dash beside a minus
   * reads as a second minus.
   */
  const rangeText = ({ low, high, decimals }: Extract<Quantity, { kind: 'range' }>, unit: FigureUnit, form: FigureForm): string => {
    const [first, last] = [digits(low, decimals), digits(high, decimals)];
    const signed = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? MINUS : '');
    if (signed(low, first) === '' && signed(high, last) === '') return withUnit('', `${first}${EN_DASH}${last}`, unit, form);
    const [from, to] = [withUnit(signed(low, first), first, unit, form), withUnit(signed(high, last), last, unit, form)];
    const unitBehind = /\D*$/.exec(to)?.[0] ?? '';
    return `${from.endsWith(unitBehind) ? from.slice(0, from.length - unitBehind.length) : from}${l.rangeOfSigned}${to}`;
  };

  const print = (figure: Figure, form: FigureForm): string => {
    const { quantity, unit } = figure;
    if (form === 'year') return String(figure.period.to);
    if (form === 'period') return years(figure.period.from, figure.period.to);
    if (form === 'unit') return unitText(unit);
    if (quantity.kind === 'undisclosed') return undisclosedText(quantity);
    if (quantity.kind === 'range') return qualified(rangeText(quantity, unit, form), quantity.qualifier, form);
    if (unit.kind === 'rank') {
      const n = digits(quantity.value, 0);
      return form === 'bare' ? n : filled(l.rank, { n, of: unit.of });
    }
    const number = digits(quantity.value, quantity.decimals);
    // A value that rounds to nothing has no sign: "−0.0%" would say something it does not know.
    const sign = /[1-9]/.test(number) ? signOf(quantity.value, figure.signed, form) : '';
    return qualified(withUnit(sign, number, unit, form), quantity.qualifier, form);
  };

  return {
    language: l.tag,
    autonym: l.autonym,
    direction: l.direction,
    paper: l.paper,
    rescale: l.rescale,
    colon: l.colon,
    semicolon: l.semicolon,
    comma: l.comma,
    stop: l.stop,
    sentenceSpace: l.sentenceSpace,
    quotes: l.quotes,
    print,
    undisclosed: l.undisclosed,
    notCovered: EN_DASH,
    period: (year, status) => `${year}${l.suffixes[status]}`,
    years,
    number: (value, decimals) => `${value < 0 ? MINUS : ''}${digits(value, decimals)}`,
    unit: unitText,
    date: (iso) => {
      const [y = '', m = '1', d = '1'] = iso.split('-');
      return filled(l.date, { y, m: Number(m), d: Number(d), month: l.months[Number(m) - 1] ?? '' });
    },
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(l.list.between)}${l.list.last}${items.at(-1) ?? ''}`),
    figureNames: l.figureNames,
    words: l.words,
  };
};
