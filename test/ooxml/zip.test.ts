import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcXYZ019_-. []()'.split('')), minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('ppt/slides/slide1.xml', 'image.png', 'book.xlsx', '[Content_Types].xml', '图表.xml'),
);

const isFile = (text: string): boolean =>
  !text.endsWith('/') && text !== '__proto__' && text === new TextDecoder().decode(new TextEncoder().encode(text));

const entries = fc.uniqueArray(fc.tuple(name.filter(isFile), fc.uint8Array({ maxLength: 2000 })), {
  selector: ([n]) => n,
  maxLength: 12,
});

const plain = (members: Iterable<readonly [string, Uint8Array]>): readonly (readonly [string, readonly number[]])[] =>
  [...members].map(([n, bytes]) => [n, [...bytes]]);

describe('a zip', () => {
  it('gives an independent reader the names and bytes that were put in, in their order', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(plain(Object.entries(unzipSync(writeZip(list)))).toSorted()).toEqual(plain(list).toSorted());
        expect(plain(readZip(writeZip(list)))).toEqual(plain(list));
      }),
    );
  });

  it('by another writer is read', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(plain(readZip(zipSync(Object.fromEntries(list)))).toSorted()).toEqual(plain(list).toSorted());
      }),
    );
  });

  it('of the same entries has the same bytes', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(writeZip(list)).toEqual(writeZip(list.map(([n, bytes]) => [n, bytes.slice()])));
      }),
    );
  });

  it('says 1 January 1980 of every entry', () => {
    const bytes = writeZip([['a.xml', new Uint8Array([1, 2, 3])]]);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
  });

  it('keeps what is compressed already as it is', () => {
    const zeros = new Uint8Array(5000);
    expect(writeZip([['a.png', zeros]]).length).toBeGreaterThan(5000);
    expect(writeZip([['a.xml', zeros]]).length).toBeLessThan(500);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('PK is how this begins, but it is no zip file at all')],
  ])('is not found in %s', (_, bytes) => {
    expect(() => readZip(bytes)).toThrow('not a zip file');
  });

  it('that says it holds more members than any Office file is refused', () => {
    const bytes = writeZip([['a', new Uint8Array()]]);
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 60_000, true);
    expect(() => readZip(bytes)).toThrow('the zip has 60000 members, more than 20000');
  });

  it('whose member says it is larger than any part is refused before it is inflated', () => {
    const bytes = writeZip([['a.xml', new Uint8Array([1])]]);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 4_000_000_000, true);
    expect(() => readZip(bytes)).toThrow('the zip member a.xml has 4000000000 bytes');
  });
});
