import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src/input/index.ts';
import { checkMarket } from '../../src/market/checks/index.ts';
import { readMarket } from '../../src/market/read.ts';
import { AWKWARD_FILES } from '../support/awkward-markets.ts';
import { buildBytes } from '../support/build.ts';
import { bytesOf, marketFile, partsOf } from '../support/market.ts';

/** Reads and checks; a market that could not be read comes with an error that says why. */
const read = (bytes: Uint8Array): void => {
  const raw = readInput('any.yaml', bytes);
  const market = raw.value && readMarket(raw.value);
  const found = [...raw.diagnostics, ...(market?.diagnostics ?? [])];
  if (market?.value) checkMarket(market.value);
  else expect(found.some((d) => d.severity === 'error')).toBe(true);
  for (const d of found) expect([d.message === '', (d.span?.start.line ?? 1) >= 1]).toEqual([false, true]);
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Every path of a value, its inner nodes among them. */
const paths = (value: Json, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  const inner = Array.isArray(value)
    ? value.map((v, i) => [i, v] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [at, ...inner.flatMap(([key, v]) => paths(v as Json, [...at, key]))];
};

const replaced = (value: Json, [step, ...rest]: readonly (string | number)[], by: Json): Json => {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((v: Json, i) => (i === step ? replaced(v, rest, by) : v));
  return Object.fromEntries(Object.entries(value as object).map(([k, v]: [string, Json]) => [k, k === step ? replaced(v, rest, by) : v]));
};

const FILE = JSON.parse(
  JSON.stringify(
    marketFile({
      ...AWKWARD_FILES['sixty segments']?.(),
      ...AWKWARD_FILES['everything undisclosed']?.(),
      breakdowns: [
        partsOf([
          ['A', '40.0'],
          ['B', null, { low: '1.0', high: '2.0' }],
        ]),
      ],
      players: [{ id: 'part-1', name: 'A player' }],
    }),
  ),
) as Json;

const odd = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    1e308,
    1e-9,
    99_999,
    '',
    '0',
    '-0.00',
    '1e5',
    '2024',
    'XX',
    'NaN',
    [],
    {},
    [[]],
    [null],
    { id: 'x' },
    'size',
    'total',
    '{{x}}',
    '[@fig:nowhere]',
    '#',
    '::::',
    'x'.repeat(401),
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

const oneChanged = fc
  .tuple(fc.constantFrom(...paths(FILE)), odd)
  .map(([path, by]) => ({ path: path.join('.'), file: replaced(FILE, path, by) }));

describe('any input', () => {
  it('of bytes is answered, never with an exception', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), read));
  });

  it('of text is answered, never with an exception', () => {
    const yaml = fc.array(
      fc.constantFrom(
        'a',
        ': ',
        '- ',
        '\n',
        '  ',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '|',
        '>',
        '&x ',
        '*x',
        '!!',
        '? ',
        '#',
        '---',
        '%',
        '1',
        '~',
        ',',
        '\t',
        '<<',
        '\u2028',
        '\ufeff',
      ),
      { maxLength: 40 },
    );
    fc.assert(fc.property(yaml, (tokens) => read(new TextEncoder().encode(tokens.join('')))));
  });

  it('cut off anywhere is answered', () => {
    const whole = readFileSync('data/china-ai-medical-imaging.yaml');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length }), (end) => read(whole.subarray(0, end))),
      { numRuns: 40 },
    );
  });

  it('with one value replaced by another is answered', () => {
    fc.assert(
      fc.property(oneChanged, ({ file }) => read(bytesOf(file as Readonly<Record<string, unknown>>))),
      { numRuns: 300 },
    );
  });

  it('with one value replaced either builds or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(oneChanged, async ({ file }) => {
        const built = await buildBytes(bytesOf(file as Readonly<Record<string, unknown>>), ['pptx', 'docx', 'pdf']);
        const errors = built.diagnostics.filter((d) => d.severity === 'error');
        expect(errors.filter((d) => d.code.startsWith('verify/'))).toEqual([]);
        expect(built.files.length > 0).toBe(errors.length === 0);
      }),
      { numRuns: 25 },
    );
  });
});
