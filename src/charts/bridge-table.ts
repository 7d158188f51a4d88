import type { Figure } from '../figures/ledger.ts';
import { type BridgeStep, clean } from './bridge-steps.ts';
import { isLong } from './brief-name.ts';
import type { CellPlace, DataCell, DataColumn, Formula } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import { decimalsFormat } from './number-format.ts';
import { decimalsOf, drawnValue, sourceOf } from './point-columns.ts';
import { EMPTY, textCell } from './series-table.ts';

/** Columns of a bridge that are drawn, by id. */
export const BRIDGE = {
  base: 'base',
  level: 'level',
  up: 'up',
  upBelow: 'upBelow',
  down: 'down',
  downBelow: 'downBelow',
  placeholder: 'placeholder',
  label: 'label',
} as const;

/** A bar at a step of a bridge in numbers: what lies under it, and what of it stands above and below zero. */
export interface BridgeBar {
  readonly base: number;
  readonly above: number;
  readonly below: number;
}

export const barOf = ({ from, to }: Pick<BridgeStep, 'from' | 'to'>): BridgeBar => {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return {
    base: clean(Math.max(0, low) + Math.min(0, high)),
    above: clean(Math.max(0, high) - Math.max(0, low)),
    below: clean(Math.min(0, low) - Math.min(0, high)),
  };
};

/** Below the lower end of what falls or stands under zero; above all else. */
export const labelsBelow = ({ from, to }: BridgeStep): boolean => to < 0 && to <= from;

/** The end of the bar at which the label stands. */
export const labelEnd = (step: BridgeStep, stub: number): number => {
  if (step.value === undefined) return step.from < 0 ? step.from - stub : step.from + stub;
  return labelsBelow(step) ? Math.min(step.from, step.to) : Math.max(step.from, step.to);
};

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const numberOf = (value: number, formula?: Formula, figure?: Figure): DataCell => ({
  kind: 'number',
  value,
  ...(figure ? { figure: figure.id } : {}),
  ...(formula ? { formula } : {}),
});

interface Sheet {
  readonly steps: readonly BridgeStep[];
  readonly stub: number;
}

const place = (column: string, row: number): CellPlace => ({ column, row });

/** The two values of each member, from which its change is computed. */
const endColumns = ({ steps }: Sheet): readonly DataColumn[] => {
  if (!steps.some((s) => s.ends)) return [];
  const levels = steps.filter((s) => s.kind === 'level');
  return ([0, 1] as const).map((end): DataColumn => {
    const cells = steps.map((s, i): DataCell => {
      const figure = s.ends ? s.ends[end] : i === (end === 0 ? 0 : steps.length - 1) ? s.figure : undefined;
      const value = figure && drawnValue(figure);
      return value === undefined ? EMPTY : numberOf(value, undefined, figure);
    });
    const header = levels.at(end === 0 ? 0 : -1)?.name ?? '';
    return { id: `end${end}`, header, format: decimalsFormat(Math.max(0, ...steps.map((s) => decimalsOf(s.figure)))), cells };
  });
};

/** The change as the difference of the cells it was computed from, where they give it. */
const valueFormula = (sheet: Sheet, row: number): Formula | undefined => {
  const step = sheet.steps[row];
  if (!step || step.kind === 'level') {
    if (!sheet.steps.some((s) => s.ends)) return undefined;
    return { kind: 'sum', of: [place(`end${row === 0 ? 0 : 1}`, row)] };
  }
  const [from, to] = step.ends?.map((f) => f && drawnValue(f)) ?? [sheet.steps[row - 1]?.value, sheet.steps[row + 1]?.value];
  if (from === undefined || to === undefined || step.value === undefined || !same(to - from, step.value)) return undefined;
  return step.ends
    ? { kind: 'difference', from: place('end0', row), to: place('end1', row) }
    : { kind: 'difference', from: place('value', row - 1), to: place('value', row + 1) };
};

/** The level after each step: its own, or the one before and the change. Unknown from what is withheld on. */
const afterCell = ({ steps }: Sheet, row: number): DataCell => {
  const step = steps[row];
  if (!step || step.value === undefined) return EMPTY;
  if (step.kind === 'level') return numberOf(step.to, { kind: 'sum', of: [place('value', row)] });
  return step.on === undefined ? EMPTY : numberOf(step.to, { kind: 'sum', of: [place('after', step.on), place('value', row)] });
};

/** The cells where a change begins and ends; without a level to stand on it stands on zero. */
const span = (step: BridgeStep, row: number): { readonly from?: CellPlace; readonly to: CellPlace } =>
  step.on === undefined ? { to: place('value', row) } : { from: place('after', step.on), to: place('after', row) };

const swapped = ({ from, to }: { readonly from?: CellPlace; readonly to: CellPlace }) => ({ from: to, ...(from ? { to: from } : {}) });

const baseCell = (step: BridgeStep, row: number): DataCell => {
  if (step.kind === 'level') return EMPTY;
  if (step.value !== undefined) return numberOf(barOf(step).base, { kind: 'under', ...span(step, row) });
  return step.on === undefined ? EMPTY : numberOf(step.from, { kind: 'sum', of: [place('after', step.on)] });
};

/** One of the four columns of changes: every known change has a cell in each, so that an edit may turn its sign. */
const changeCell = (step: BridgeStep, row: number, up: boolean, part: 'above' | 'below'): DataCell => {
  if (step.kind === 'level' || step.value === undefined) return EMPTY;
  const own = up === step.to >= step.from;
  return numberOf(own ? barOf(step)[part] : 0, { kind: part, ...(up ? span(step, row) : swapped(span(step, row))) });
};

const labelCell = (step: BridgeStep, row: number, { stub }: Sheet): DataCell => {
  const value = clean(labelEnd(step, stub));
  if (step.value === undefined) {
    const of = [place('placeholder', row), ...(step.on === undefined ? [] : [place('after', step.on)])];
    return numberOf(value, { kind: 'sum', of });
  }
  if (step.on === undefined) return numberOf(value, { kind: 'sum', of: [place('value', row)] });
  return numberOf(value, { kind: labelsBelow(step) ? 'lowest' : 'highest', of: [place('after', step.on), place('after', row)] });
};

/** The sheet of a bridge: its values, then base, rises, falls and levels as formulas over them. */
export const bridgeColumns = (steps: readonly BridgeStep[], stub: number, context: ChartContext): readonly DataColumn[] => {
  const { words } = context.locale;
  const helper = words.helperColumns;
  const sheet: Sheet = { steps, stub };
  const numbers = decimalsFormat(Math.max(0, ...steps.map((s) => decimalsOf(s.figure))));
  const column = (id: string, header: string, cell: (step: BridgeStep, row: number) => DataCell, format = 'General'): DataColumn => ({
    id,
    header,
    format,
    cells: steps.map(cell),
  });
  const some = (test: (step: BridgeStep) => boolean, columns: readonly DataColumn[]): readonly DataColumn[] =>
    steps.some(test) ? columns : [];
  const changes = (id: 'up' | 'upBelow' | 'down' | 'downBelow', up: boolean, part: 'above' | 'below'): DataColumn =>
    column(id, helper[id], (s, row) => changeCell(s, row, up, part));
  const under = (s: BridgeStep): boolean => s.kind === 'change' && barOf(s).below < 0;
  return [
    column('step', words.dataColumns.item, (s) => textCell(s.name)),
    ...endColumns(sheet),
    column(
      'value',
      helper.value,
      (s, row) => (s.value === undefined ? EMPTY : numberOf(s.value, valueFormula(sheet, row), s.figure)),
      numbers,
    ),
    column('after', helper.after, (_, row) => afterCell(sheet, row), numbers),
    column(BRIDGE.base, helper.base, baseCell),
    column(BRIDGE.level, helper.level, (s, row) =>
      s.kind === 'level' && s.value !== undefined ? numberOf(s.value, { kind: 'sum', of: [place('value', row)] }) : EMPTY,
    ),
    changes('up', true, 'above'),
    ...some(under, [changes('upBelow', true, 'below')]),
    changes('down', false, 'above'),
    ...some(under, [changes('downBelow', false, 'below')]),
    ...some(
      (s) => s.value === undefined,
      [column(BRIDGE.placeholder, words.placeholder, (s) => (s.value === undefined ? numberOf(s.from < 0 ? -stub : stub) : EMPTY))],
    ),
    column(BRIDGE.label, words.labelHeight, (s, row) => labelCell(s, row, sheet)),
    column('printed', words.dataColumns.printed, (s) => textCell(s.label)),
    column('status', words.dataColumns.status, (s) =>
      textCell(s.value === undefined ? words.legend.undisclosed.toLowerCase() : words.status[s.figure.status]),
    ),
    column('source', words.dataColumns.source, (s) => textCell(sourceOf(s.figure))),
    ...some((s) => isLong(s.fullName), [column('name', words.dataColumns.name, (s) => textCell(s.fullName))]),
  ];
};
