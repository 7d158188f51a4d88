import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { allElements, elements, parseXml, textOf, type XmlElement } from './xml.ts';

export type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts of an Office file by a reader that is not the program's own. */
export const partsIn = (bytes: Uint8Array): Parts => unzipSync(bytes);

const partOf = (parts: Parts, name: string): Uint8Array => {
  const bytes = parts[name];
  if (!bytes) throw new Error(`there is no part ${name} among ${Object.keys(parts).join(', ')}`);
  return bytes;
};

export const xmlOf = (parts: Parts, name: string): XmlElement => parseXml(strFromU8(partOf(parts, name)));

/** The same file with the text of one part changed. The change has to change something. */
export const withPart = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array => {
  const parts = partsIn(bytes);
  const before = strFromU8(partOf(parts, name));
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  return zipSync({ ...parts, [name]: strToU8(after) });
};

/** The same file with a part replaced. */
export const withBytes = (bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array => {
  const parts = partsIn(bytes);
  partOf(parts, name);
  return zipSync({ ...parts, [name]: content });
};

export interface SheetCell {
  readonly at: string;
  readonly kind: 'number' | 'text';
  readonly value: string;
  readonly formula?: string;
}

/** Cells of a workbook's first sheet by address, with the formula of those that have one beside their cached value. */
export const sheetIn = (workbook: Uint8Array): ReadonlyMap<string, SheetCell> =>
  new Map(
    allElements(xmlOf(partsIn(workbook), 'xl/worksheets/sheet1.xml'), 'c').map((c): readonly [string, SheetCell] => {
      const names = elements(c)
        .map((e) => e.name)
        .join(' ');
      const at = c.attributes['r'] ?? '';
      const value = (name: string): string => elements(c, name).map(textOf).join('');
      if (c.attributes['t'] === 'inlineStr' && names === 'is') return [at, { at, kind: 'text', value: textOf(c) }];
      if (c.attributes['t'] === undefined && names === 'v') return [at, { at, kind: 'number', value: textOf(c) }];
      if (c.attributes['t'] === undefined && names === 'f v') return [at, { at, kind: 'number', value: value('v'), formula: value('f') }];
      throw new Error(`the cell ${at} holds ${names} of type ${c.attributes['t'] ?? 'none'}`);
    }),
  );

/** The same of a sheet that must not hold a formula: one throws. */
export const cellsIn = (workbook: Uint8Array): readonly SheetCell[] =>
  [...sheetIn(workbook).values()].map((cell) => {
    if (cell.formula !== undefined) throw new Error(`the cell ${cell.at} holds a formula`);
    return cell;
  });

/** What a chart part says of its workbook's cells: each formula with the cells it names and the cached values. */
export const cachesIn = (chart: XmlElement): readonly { readonly formula: string; readonly values: ReadonlyMap<number, string> }[] =>
  [...allElements(chart, 'c:strRef'), ...allElements(chart, 'c:numRef')].map((ref) => {
    const points = allElements(ref, 'c:pt').map((p): readonly [number, string] => [Number(p.attributes['idx']), textOf(p)]);
    return { formula: textOf(elements(ref, 'c:f')[0] ?? ref), values: new Map(points) };
  });

/** The text of every part whose name fits, its paragraphs on lines of their own. */
export const textOfParts = (bytes: Uint8Array, names: RegExp): string =>
  Object.entries(partsIn(bytes))
    .filter(([name]) => names.test(name))
    .map(([, part]) =>
      strFromU8(part)
        .replace(/<\/(?:a|w):p>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    )
    .join('\n');
/** The rows below the header of the tables in some parts of a file, as texts; parts in the order of the number in their name. */
export const tableRows = (bytes: Uint8Array, part: RegExp, prefix: 'a' | 'w'): readonly (readonly string[])[] => {
  const parts = partsIn(bytes);
  const names = Object.keys(parts).filter((name) => part.test(name));
  const numberOf = (name: string): number => Number(part.exec(name)?.[1] ?? 0);
  return names
    .sort((a, b) => numberOf(a) - numberOf(b))
    .flatMap((name) => allElements(xmlOf(parts, name), `${prefix}:tbl`))
    .flatMap((table) =>
      allElements(table, `${prefix}:tr`)
        .slice(1)
        .map((row) => allElements(row, `${prefix}:tc`).map((cell) => allElements(cell, `${prefix}:t`).map(textOf).join(''))),
    );
};
