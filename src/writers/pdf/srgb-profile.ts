/** An ICC profile of sRGB in the form of ISO 15076-1:2010 (version 4.3): a matrix and one parametric curve. */

const HEADER = 128;
const TAG_ENTRY = 12;

/** Adds up to four bytes a number, most significant first. */
class Bytes {
  private readonly list: number[] = [];
  u16(n: number): this {
    this.list.push((n >>> 8) & 255, n & 255);
    return this;
  }
  u32(n: number): this {
    return this.u16((n >>> 16) & 0xffff).u16(n & 0xffff);
  }
  /** s15Fixed16Number. */
  fixed(n: number): this {
    return this.u32(Math.round(n * 65536) | 0);
  }
  text(s: string): this {
    for (const c of s) this.list.push(c.charCodeAt(0) & 255);
    return this;
  }
  zeros(n: number): this {
    for (let i = 0; i < n; i++) this.list.push(0);
    return this;
  }
  add(other: readonly number[]): this {
    this.list.push(...other);
    return this;
  }
  get all(): readonly number[] {
    return this.list;
  }
}

const xyz = (x: number, y: number, z: number): readonly number[] => new Bytes().text('XYZ ').u32(0).fixed(x).fixed(y).fixed(z).all;

/** One text in English (multiLocalizedUnicodeType). */
const localised = (text: string): readonly number[] => {
  const b = new Bytes()
    .text('mluc')
    .u32(0)
    .u32(1)
    .u32(12)
    .text('enUS')
    .u32(text.length * 2)
    .u32(28);
  for (const c of text) b.u16(c.charCodeAt(0));
  return b.all;
};

/** The primaries of IEC 61966-2-1 and its white, adapted to D50 by the Bradford method. */
const WHITE = xyz(0.9642, 1, 0.8249);
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];

/** The curve of IEC 61966-2-1: a power of 2.4 above 0.04045, a straight line below (parametricCurveType, function 3). */
const CURVE = new Bytes()
  .text('para')
  .u32(0)
  .u16(3)
  .u16(0)
  .fixed(2.4)
  .fixed(1 / 1.055)
  .fixed(0.055 / 1.055)
  .fixed(1 / 12.92)
  .fixed(0.04045).all;

const TAGS: readonly (readonly [string, readonly number[]])[] = [
  ['desc', localised('sRGB IEC61966-2.1')],
  ['cprt', localised('No copyright, use freely')],
  ['wtpt', WHITE],
  ['chad', ADAPTATION.reduce((b, n) => b.fixed(n), new Bytes().text('sf32').u32(0)).all],
  ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
  ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
  ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
  ['rTRC', CURVE],
  ['gTRC', CURVE],
  ['bTRC', CURVE],
];

const padded = (data: readonly number[]): readonly number[] => [...data, ...Array.from({ length: (4 - (data.length % 4)) % 4 }, () => 0)];

/** The profile's bytes, always the same. */
export const srgbProfile = (): Uint8Array => {
  const table = new Bytes().u32(TAGS.length);
  const data = new Bytes();
  const start = HEADER + 4 + TAGS.length * TAG_ENTRY;
  const placed = new Map<readonly number[], number>();
  for (const [name, content] of TAGS) {
    const at = placed.get(content) ?? start + data.all.length;
    if (!placed.has(content)) data.add(padded(content));
    placed.set(content, at);
    table.text(name).u32(at).u32(content.length);
  }
  const size = start + data.all.length;
  const header = new Bytes()
    .u32(size)
    .u32(0)
    .u32(0x04300000)
    .text('mntrRGB XYZ ')
    // 2015-01-01, 00:00:00: a date that never changes.
    .u16(2015)
    .u16(1)
    .u16(1)
    .zeros(6)
    .text('acsp')
    .zeros(28)
    // The illuminant of the connection space, D50.
    .fixed(0.9642)
    .fixed(1)
    .fixed(0.8249)
    .zeros(48);
  return Uint8Array.from([...header.all, ...table.all, ...data.all]);
};
