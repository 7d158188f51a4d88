import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { type Slot, stripLineMarks, type TemplateLine } from '../document/slot.ts';
import type { CallSite, Filling, TextContext } from './context.ts';
import { HELPERS, type Helper } from './helpers.ts';
import { partialCycles } from './partial-cycles.ts';
import { CALL_SITE, type PartialUse, type PreparedFile, type ProgramNode, prepareTemplate } from './template-ast.ts';

/** The files of a template folder: `briefing.md.hbs` is filled, the others are its parts by path without extension. */
export interface TemplateSource {
  readonly files: ReadonlyMap<string, string>;
}

/** Markdown with tokens in place of values, and what the tokens stand for. */
export interface Filled {
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly lines: readonly (TemplateLine | undefined)[];
  readonly files: readonly string[];
}

const ENTRY = 'briefing.md.hbs';
const EXTENSION = '.md.hbs';

type Render = (context: unknown, options?: object) => string;

/** A template compiled once per process; findings of its syntax are kept with it. */
interface CompiledTemplate {
  readonly renders: ReadonlyMap<string, Render>;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

const compiled = new WeakMap<TemplateSource, CompiledTemplate>();

const HELPER_NAMES: ReadonlySet<string> = new Set(Object.keys(HELPERS));

const at = (file: string, line: number, column: number): Span => ({
  file,
  start: { line, column, offset: 0 },
  end: { line, column: column + 1, offset: 0 },
});

const lineInMessage = (message: string): number => Number(/line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+/.exec(message)?.[1] ?? 1);

const compileTemplate = async (source: TemplateSource): Promise<CompiledTemplate> => {
  const known = compiled.get(source);
  if (known) return known;
  const { default: Handlebars } = await import('handlebars');
  const files = [...source.files.keys()].filter((f) => f.endsWith(EXTENSION));
  const partials = new Set(files.map((f) => f.slice(0, -EXTENSION.length)));
  const renders = new Map<string, Render>();
  const diagnostics: Diagnostic[] = [];
  const uses = new Map<string, readonly PartialUse[]>();
  files.forEach((file, index) => {
    const place: PreparedFile = { file, index };
    try {
      const ast = Handlebars.parse(source.files.get(file) ?? '');
      const prepared = prepareTemplate(ast as unknown as ProgramNode, place, HELPER_NAMES, partials);
      const name = file.slice(0, -EXTENSION.length);
      diagnostics.push(...prepared.diagnostics);
      uses.set(name, prepared.uses);
      renders.set(
        name,
        Handlebars.compile(ast, {
          strict: true,
          noEscape: true,
          preventIndent: true,
          knownHelpersOnly: true,
          knownHelpers: {
            ...Object.fromEntries([...HELPER_NAMES].map((n) => [n, true])),
            log: false,
            lookup: false,
            with: false,
            helperMissing: false,
            blockHelperMissing: false,
          },
        }) as Render,
      );
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      diagnostics.push({
        code: 'text/template-syntax',
        severity: 'error',
        message: `the template cannot be read: ${message.split('\n').at(-1) ?? message}`,
        span: at(file, lineInMessage(message), 1),
      });
    }
  });
  diagnostics.push(...partialCycles(uses));
  if (!source.files.has(ENTRY))
    diagnostics.push({
      code: 'text/no-entry',
      severity: 'error',
      message: `the template has no ${ENTRY}`,
      hints: ['add the file that lists the sections'],
    });
  const result = { renders, diagnostics, files };
  compiled.set(source, result);
  return result;
};

const callSite = (files: readonly string[], mark: unknown): CallSite => {
  const [file = 0, line = 1, column = 1] = String(mark).split(':').map(Number);
  return { span: at(files[file] ?? ENTRY, line, column) };
};

/** Handlebars passes its options object last; ours get arguments, named arguments and the call site. */
const bind =
  (helper: Helper, filling: Filling, files: readonly string[]) =>
  (...all: readonly unknown[]): unknown => {
    const options = all.at(-1) as { readonly hash: Readonly<Record<string, unknown>> };
    const { [CALL_SITE]: mark, ...named } = options.hash;
    return helper(filling, callSite(files, mark), all.slice(0, -1), named);
  };

/** Fills a template. While its syntax has errors nothing is filled and the text is empty. */
export const fillTemplate = async (source: TemplateSource, context: TextContext): Promise<Outcome<Filled>> => {
  const template = await compileTemplate(source);
  const empty: Filled = { text: '', slots: [], lines: [], files: template.files };
  const entry = template.renders.get('briefing');
  if (template.diagnostics.length > 0 || !entry) return { value: empty, diagnostics: template.diagnostics };
  const filling: Filling = { ...context, slots: [], diagnostics: [] };
  const helpers = Object.fromEntries(Object.entries(HELPERS).map(([name, helper]) => [name, bind(helper, filling, template.files)]));
  try {
    const filled = entry({}, { helpers, partials: Object.fromEntries(template.renders) });
    return { value: { ...stripLineMarks(filled), slots: filling.slots, files: template.files }, diagnostics: filling.diagnostics };
  } catch (error) {
    // Strict mode throws on an unknown name; the template is the user's, so this is a finding, not our bug.
    if (!(error instanceof Error) || !/not defined in|could not be found|must be/.test(error.message)) throw error;
    return {
      value: empty,
      diagnostics: [
        ...filling.diagnostics,
        { code: 'text/unknown-name', severity: 'error', message: error.message, span: at(ENTRY, lineInMessage(error.message), 1) },
      ],
    };
  }
};
