import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Theme } from '../brand/theme.ts';
import type { Env } from '../env/env.ts';
import { readInput } from '../input/index.ts';
import { baseOf } from '../market/languages.ts';
import type { TemplateSource } from '../text/fill.ts';
import { readWords, type Words } from '../text/words.ts';

export interface Template {
  readonly source: TemplateSource;
  readonly words: Words;
}

const decoder = new TextDecoder();

/** A template or brand is read once per process and folder; a build that watches says when to forget. */
const templates = new Map<string, Promise<Outcome<Template | undefined>>>();
const brands = new Map<string, Promise<Outcome<Theme | undefined>>>();

export const forgetLoaded = (): void => {
  templates.clear();
  brands.clear();
};

const cached = <T>(store: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> => {
  const known = store.get(key) ?? load();
  store.set(key, known);
  return known;
};

const isPath = (name: string): boolean => /[\\/]|^\./.test(name);

/** The template's files in a shipped folder of that name, or in a folder of the user's. */
const templateFiles = async (name: string, env: Env): Promise<{ readonly folder: string; readonly names: readonly string[] }> => {
  const shipped = isPath(name) || name === '' ? [] : [env.resolve(env.shipped('templates'), name)];
  for (const folder of [...shipped, ...(name === '' ? [] : [env.resolve(name)])]) {
    const names = (await env.listFolder(folder)).filter((f) => f.endsWith('.md.hbs'));
    if (names.length > 0) return { folder, names };
  }
  return { folder: '', names: [] };
};

const SHIPPED = 'market-briefing';

/** The words of a template's folder in a language (of its region, else of any), over those it may take for granted. */
const wordsIn = async (folder: string, name: string, language: string, env: Env): Promise<() => Outcome<Words>> => {
  const inRegion = await env.readFile(env.resolve(folder, 'words', `${language}.yml`));
  const found = inRegion ? language : baseOf(language);
  const bytes = inRegion ?? (await env.readFile(env.resolve(folder, 'words', `${found}.yml`)));
  const file = `${name}/words/${found}.yml`;
  const shipped = env.resolve(env.shipped('templates'), SHIPPED);
  const base = folder === shipped ? undefined : await wordsIn(shipped, SHIPPED, language, env);
  return () => {
    const raw = bytes ? readInput(file, bytes) : { value: undefined, diagnostics: [] };
    const { words, diagnostics } = readWords(file, raw.value?.value ?? {}, base && (() => base().value));
    return { value: words, diagnostics: [...raw.diagnostics, ...diagnostics] };
  };
};

const readTemplate = async (name: string, language: string, env: Env): Promise<Outcome<Template | undefined>> => {
  const { folder, names } = await templateFiles(name, env);
  if (names.length === 0) {
    return {
      value: undefined,
      diagnostics: [
        {
          code: 'build/no-template',
          severity: 'error',
          message: `there is no template "${name}"`,
          hints: ['give the name of a shipped template (market-briefing) or a folder that holds briefing.md.hbs'],
        },
      ],
    };
  }
  const files = new Map<string, string>();
  for (const file of names) files.set(file, decoder.decode(await env.readFile(env.resolve(folder, file))));
  const { value: words, diagnostics } = (await wordsIn(folder, name, language, env))();
  return { value: { source: { files }, words }, diagnostics };
};

export const loadTemplate = (name: string, language: string, env: Env): Promise<Outcome<Template | undefined>> =>
  cached(templates, `${name}|${language}`, () => readTemplate(name, language, env));

/** Width and height of a PNG from its header (PNG specification, section 11.2.2). */
const pngSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined => {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((b, i) => bytes[i] !== b)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

const readBrand = async (folder: string, own: boolean, env: Env): Promise<Outcome<Theme | undefined>> => {
  const file = env.resolve(folder, '_brand.yml');
  const bytes = await env.readFile(file);
  if (!bytes)
    return {
      value: undefined,
      diagnostics: [
        {
          code: 'build/no-brand',
          severity: 'error',
          message: `there is no _brand.yml in ${folder}`,
          hints: ['give --brand the folder that holds _brand.yml'],
        },
      ],
    };
  const raw = readInput(file, bytes);
  if (!raw.value) return { value: undefined, diagnostics: raw.diagnostics };
  const [{ brandSchema }, { resolveBrand }] = await Promise.all([import('../brand/schema.ts'), import('../brand/resolve.ts')]);
  const parsed = brandSchema.safeParse(raw.value.value);
  if (!parsed.success) {
    const rawData = raw.value;
    return {
      value: undefined,
      diagnostics: parsed.error.issues.map(
        (i): Diagnostic => ({
          code: 'brand/wrong-value',
          severity: 'error',
          message: `${i.path.join('.')}: ${i.message}`,
          span: rawData.spanOf(i.path.map((p) => (typeof p === 'symbol' ? String(p) : p))),
        }),
      ),
    };
  }
  const { value: theme, diagnostics: resolved } = resolveBrand(parsed.data);
  // The shipped brand's palette is known to be far apart; the check is for what users bring.
  const diagnostics = own ? [...resolved, ...(await (await import('../brand/palette-check.ts')).checkPalette(theme))] : resolved;
  const logoName = parsed.data.logo;
  if (logoName === undefined) return { value: theme, diagnostics };
  // Only a plain file name: data never leads out of the brand's folder.
  const png = /^[\w.-]+\.png$/.test(logoName) ? await env.readFile(env.resolve(folder, logoName)) : undefined;
  const size = png && pngSize(png);
  if (!png || !size) {
    return {
      value: theme,
      diagnostics: [
        ...diagnostics,
        {
          code: 'brand/logo',
          severity: 'error',
          message: `the logo "${logoName}" is not a PNG in the brand's folder`,
          span: raw.value.spanOf(['logo']),
          hints: ['put a PNG beside _brand.yml and give its file name'],
        },
      ],
    };
  }
  return { value: { ...theme, logo: { png, ...size, alt: theme.name } }, diagnostics };
};

export const loadBrand = (folder: string | undefined, env: Env): Promise<Outcome<Theme | undefined>> => {
  const path = folder === undefined ? env.resolve(env.shipped('templates'), 'brands', 'default') : env.resolve(folder);
  return cached(brands, path, () => readBrand(path, folder !== undefined, env));
};
