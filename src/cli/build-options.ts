import { ASPECTS, type BuildOptions, COVERS, FORMATS, type Format, LENGTHS, PAPERS } from '../build/options.ts';
import { LANGUAGES } from '../market/languages.ts';

/** The options that choose one of a few words. */
export interface ChoiceArguments {
  readonly length?: string;
  readonly aspect?: string;
  readonly cover?: string;
}

export interface BuildArguments extends ChoiceArguments {
  readonly paper?: string;
  readonly to?: string;
  readonly out: string;
  readonly lang?: string;
  readonly template?: string;
  readonly brand?: string;
  readonly param?: Readonly<Record<string, string>>;
  readonly pdfa?: boolean;
  readonly draft?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

const PARAMETERS = new Set(['client', 'date', 'confidentiality', 'data-tables', 'handout']);

const formatsOf = (to: string | undefined): readonly Format[] | string => {
  const names = [...new Set((to ?? 'pptx,docx,pdf').split(',').map((n) => n.trim()))];
  const wrong = names.find((n) => !(FORMATS as readonly string[]).includes(n));
  return wrong === undefined ? (names as Format[]) : `"${wrong}" is not a format: use ${FORMATS.join(', ')}`;
};

/** A day of the calendar: Date.parse alone takes 30 February for 2 March. */
const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** An option that names something names nothing when it is empty. */
export const emptyOption = (args: Readonly<Partial<Record<'template' | 'brand' | 'out', string>>>): string | undefined => {
  const empty = (['template', 'brand', 'out'] as const).find((name) => args[name] !== undefined && args[name].trim() === '');
  return empty === undefined ? undefined : `--${empty} has no value`;
};

/** A language of documents by its code, in letters of any case. */
export const languageOption = (code: string | undefined): { readonly language: string } | { readonly wrong: string } | undefined => {
  if (code === undefined) return undefined;
  const known = LANGUAGES.find((l) => l.toLowerCase() === code.trim().toLowerCase());
  return known === undefined ? { wrong: `"${code}" is not a language of documents: use ${LANGUAGES.join(', ')}` } : { language: known };
};

const CHOICES = { length: LENGTHS, aspect: ASPECTS, cover: COVERS } as const;

/** Chosen words as options of a build, or what is wrong with one. */
export const choicesOf = (args: ChoiceArguments): Pick<BuildOptions, 'length' | 'aspect' | 'cover'> | string => {
  for (const [name, words] of Object.entries(CHOICES)) {
    const given = args[name as keyof ChoiceArguments];
    if (given !== undefined && !(words as readonly string[]).includes(given)) return `--${name} is ${words.join(', ')}, not "${given}"`;
  }
  const of = <W extends string>(words: readonly W[], given: string | undefined): W | undefined => words.find((w) => w === given);
  const [length, aspect, cover] = [of(LENGTHS, args.length), of(ASPECTS, args.aspect), of(COVERS, args.cover)];
  return { ...(length ? { length } : {}), ...(aspect ? { aspect } : {}), ...(cover ? { cover } : {}) };
};

/** What the command line asks for, or what is wrong with it. */
export const optionsOf = (args: BuildArguments): BuildOptions | string => {
  const formats = formatsOf(args.to);
  if (typeof formats === 'string') return formats;
  const nothing = emptyOption(args);
  if (nothing !== undefined) return nothing;
  const language = languageOption(args.lang);
  if (language !== undefined && 'wrong' in language) return language.wrong;
  const choices = choicesOf(args);
  if (typeof choices === 'string') return choices;
  const given = args.param ?? {};
  const unknown = Object.keys(given).find((k) => !PARAMETERS.has(k));
  if (unknown !== undefined) return `"${unknown}" is not a parameter: use ${[...PARAMETERS].join(', ')}`;
  const empty = Object.keys(given).find((k) => given[k] === '');
  if (empty !== undefined) return `"${empty}" has no value: write -P ${empty}=…`;
  const { client, date, confidentiality, 'data-tables': dataTables, handout } = given;
  if (dataTables !== undefined && dataTables !== 'yes' && dataTables !== 'no') return `data-tables is yes or no, not "${dataTables}"`;
  if (handout !== undefined && handout !== 'notes') return `handout is notes, not "${handout}"`;
  if (date !== undefined && !isDate(date)) return `"${date}" is not a date: use YYYY-MM-DD`;
  const paper = PAPERS.find((p) => p === (args.paper ?? 'a4').toLowerCase());
  if (paper === undefined) return `"${args.paper}" is not a paper: use ${PAPERS.join(' or ')}`;
  return {
    formats,
    ...(language ?? {}),
    ...(args.paper === undefined ? {} : { paper }),
    ...(args.template === undefined ? {} : { template: args.template }),
    ...(args.brand === undefined ? {} : { brand: args.brand }),
    ...(client === undefined ? {} : { client }),
    ...(date === undefined ? {} : { date }),
    ...(confidentiality === undefined ? {} : { confidentiality }),
    ...choices,
    ...(handout === undefined ? {} : { handout }),
    dataTables: dataTables !== 'no',
    pdfa: args.pdfa ?? false,
    draft: args.draft ?? false,
    strict: args.strict ?? false,
  };
};
