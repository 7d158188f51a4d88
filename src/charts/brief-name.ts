import type { Diagnostic } from '../base/diagnostic.ts';

/** Characters a name of a part may have beside its mark. Counted, not measured: the sheet is the same whatever the frame. */
const MOST = 48;

/** A name as charts write it: whole, or the whole words that make a short one. The sheet keeps the full name in a column of its own. */
export const briefName = (name: string): string => {
  const characters = [...name];
  if (characters.length <= MOST) return name;
  const cut = characters.slice(0, MOST - 1).join('');
  const words = cut.replace(/[\s,;:\u2013-]+\S*$/u, '');
  return `${words.length > MOST / 2 ? words : cut}…`;
};

export const isLong = (name: string): boolean => briefName(name) !== name;

/** One finding for all names a chart had to shorten. */
export const longNameFinding = (chart: string, names: readonly string[]): readonly Diagnostic[] => {
  const [first] = names.filter(isLong);
  return first === undefined
    ? []
    : [
        {
          code: 'charts/long-name',
          severity: 'warning',
          message: `the chart "${chart}" shortens the name "${[...first].slice(0, 40).join('').trimEnd()}" and what follows`,
          hints: ['give the part a shorter label; its workbook and the table hold the full name'],
        },
      ];
};
