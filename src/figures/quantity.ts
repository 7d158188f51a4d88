import type { Stated, Unit } from '../market/market.ts';
import type { Figure, FigureUnit, Quantity } from './ledger.ts';

/** A published statement as a figure's quantity; the source's decimals are kept. */
export const quantityOf = (stated: Stated): Quantity => {
  if (stated.kind === 'missing') return { kind: 'undisclosed', reason: stated.reason };
  const qualifier = stated.qualifier === undefined ? {} : { qualifier: stated.qualifier };
  if (stated.kind === 'range') {
    const decimals = Math.max(stated.low.decimals, stated.high.decimals);
    return { kind: 'range', low: stated.low.value, high: stated.high.value, decimals, ...qualifier };
  }
  return { kind: 'value', value: stated.value.value, decimals: stated.value.decimals, ...qualifier };
};

/**
 * Decimals of a computed number by the house rule: money and counts ≥ 100 none, 10–99.9 one, below two; percentages and
 * multiples one; and never more than `most`, the decimals of the published inputs.
 */
export const derivedDecimals = (value: number, unit: FigureUnit, most: number): number => {
  if (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'multiple') return 1;
  if (unit.kind === 'rank') return 0;
  const size = Math.abs(value);
  // Two decimals would print nothing of what is smaller: it keeps two digits.
  const byRule = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.005 || size === 0 ? 2 : Math.ceil(-Math.log10(size)) + 1;
  return Math.min(byRule, most);
};

/**
 * The plain number of a figure, or undefined where a calculation must stop: undisclosed, a range, or a bound such as "over".
 * "About" goes into calculations; what comes of them is "about" too, see `computed`.
 */
export const exactValue = (figure: Figure | undefined): number | undefined => {
  if (figure?.quantity.kind !== 'value') return undefined;
  const { qualifier, value } = figure.quantity;
  return qualifier === undefined || qualifier === 'about' ? value : undefined;
};

/** Between which numbers a figure lies by its source; undefined when undisclosed. "About" and "almost" are taken at their word. */
export const limitsOf = (figure: Figure | undefined): { readonly low: number; readonly high: number } | undefined => {
  const quantity = figure?.quantity;
  if (quantity === undefined || quantity.kind === 'undisclosed') return undefined;
  const [low, high] = quantity.kind === 'range' ? [quantity.low, quantity.high] : [quantity.value, quantity.value];
  const { qualifier } = quantity;
  return {
    low: qualifier === 'under' || qualifier === 'up-to' ? Number.NEGATIVE_INFINITY : low,
    high: qualifier === 'over' || qualifier === 'at-least' ? Number.POSITIVE_INFINITY : high,
  };
};

/** A computed number as a quantity: "about" where one of the figures it was computed from is. */
export const computed = (value: number, decimals: number, from: readonly (Figure | undefined)[]): Quantity => ({
  kind: 'value',
  value,
  decimals,
  ...(from.some((f) => f?.quantity.kind === 'value' && f.quantity.qualifier === 'about') ? { qualifier: 'about' as const } : {}),
});

export const printedDecimals = (figure: Figure): number => (figure.quantity.kind === 'undisclosed' ? 0 : figure.quantity.decimals);

export const sameUnit = (a: FigureUnit, b: FigureUnit): boolean => {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'money' && b.kind === 'money') return a.currency === b.currency && a.scale === b.scale;
  if (a.kind === 'count' && b.kind === 'count') return a.of === b.of && a.scale === b.scale;
  return true;
};

export const PERCENT: Unit = { kind: 'percent' };
