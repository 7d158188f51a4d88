import type { FigureId } from '../base/id.ts';
import { decoded } from './entities.ts';
import { unzipped } from './unzip.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** The values of a workbook's sheet by cell, e.g. B2 → "1.65". */
const cellsOf = (workbook: Uint8Array): ReadonlyMap<string, string> => {
  const sheet = unzipped(workbook, (name) => name === SHEET).get(SHEET);
  const xml = new TextDecoder().decode(sheet);
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(.*?)<\/c>/gs)].map(([, at = '', content = '']) => [
      at,
      decoded(/<(?:v|t)(?: [^>]*)?>([^<]*)</.exec(content)?.[1] ?? ''),
    ]),
  );
};

/** Formulas of a chart part whose cached values are not those of the cells they name. A withheld value is in neither. */
export const staleCaches = (chartXml: string, workbook: Uint8Array): readonly string[] => {
  const cells = cellsOf(workbook);
  return [...chartXml.matchAll(/<c:f>([^<]*)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/gs)].flatMap(
    ([, text = '', cache = '']) => {
      const formula = decoded(text);
      const [, column = '', from = '', to = from] = /!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? [];
      const cached = new Map([...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g)].map((m) => [Number(m[1]), decoded(m[2] ?? '')]));
      for (let row = Number(from); row <= Number(to); row++)
        if (cached.get(row - Number(from)) !== cells.get(`${column}${row}`)) return [formula];
      return [];
    },
  );
};

/** A number the plan puts into a cell of a chart's sheet. */
export interface PlannedCell {
  /** E.g. "B2". */
  readonly cell: string;
  readonly figure: FigureId;
  /** As the list of figures has it: the value, or either end of a range. */
  readonly values: readonly number[];
}

/** Cells that hold another number than their figure. */
export const wrongCells = (planned: readonly PlannedCell[], workbook: Uint8Array): readonly PlannedCell[] => {
  const cells = cellsOf(workbook);
  return planned.filter(({ cell, values }) => !values.includes(Number(cells.get(cell) ?? Number.NaN)));
};
