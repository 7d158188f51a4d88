import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGES as TABLES } from '../../src/locale/index.ts';
import { LANGUAGES } from '../../src/market/languages.ts';

type Entry = string | Readonly<Record<string, string>>;

const FOLDER = 'templates/market-briefing/words';
const wordsIn = (file: string): Readonly<Record<string, Entry>> => parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));

const english = wordsIn('en.yml');
const others = readdirSync(FOLDER).filter((f) => f !== 'en.yml');

const patterns = (entry: Entry): readonly string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const argumentsOf = (entry: Entry): readonly string[] => [...new Set(patterns(entry).flatMap((p) => p.match(/\{[a-z-]+\}/g) ?? []))].sort();

/** Every text of a table, by the path of its keys. */
const texts = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([k, v]) => texts(v, `${path}.${k}`)) : [];
};

describe('the languages', () => {
  it('that a market file may name are those that have a table, and English without a region', () => {
    expect(LANGUAGES.filter((l) => l !== 'en')).toEqual(TABLES.map((t) => t.code));
  });

  it('have words of the shipped template each', () => {
    const files = new Set(['en.yml', ...others]);
    expect(TABLES.filter((t) => !files.has(`${t.code}.yml`) && !files.has(`${t.code.split('-')[0]}.yml`)).map((t) => t.code)).toEqual([]);
  });
});

describe.each(others)('the words in %s', (file) => {
  const words = wordsIn(file);

  it('are those of English, no more and no fewer', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  it('say of each figure what the English sentence says of it', () => {
    const differing = Object.entries(english).filter(
      ([key, entry]) => words[key] !== undefined && argumentsOf(words[key]).join() !== argumentsOf(entry).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('know the cases of the English sentence', () => {
    const cases = (entry: Entry | undefined): string => (typeof entry === 'object' ? Object.keys(entry).sort().join() : 'sentence');
    expect(
      Object.entries(english)
        .filter(([key, entry]) => cases(words[key]) !== cases(entry))
        .map(([key]) => key),
    ).toEqual([]);
  });
});

describe.each(TABLES.map((t) => [t.code, t] as const))('the table of %s', (_code, table) => {
  it('has a text for everything, with the arguments of English', () => {
    const own = new Map(texts(table.words));
    const differing = texts(TABLES[0]?.words).filter(
      ([path, text]) => argumentsOf(own.get(path) ?? '').join() !== argumentsOf(text).join(),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
    expect([...own].filter(([, text]) => text === '').map(([path]) => path)).toEqual([]);
  });

  it('names figures with their name first, so that several years can share a row', () => {
    expect(table.figureNames.inYear.startsWith('{name}')).toBe(true);
    const differing = texts(TABLES[0]?.figureNames).filter(
      ([path, text]) =>
        path !== '.phrase' && argumentsOf(new Map(texts(table.figureNames)).get(path) ?? '').join() !== argumentsOf(text).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has twelve months', () => {
    expect(table.months).toHaveLength(12);
  });
});
