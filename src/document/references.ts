import { editDistance, type FigureId, nearest } from '../base/id.ts';

/** What can be named in a text: figures of the ledger or computed from it, and sources. */
export interface Named {
  /** True for a figure that exists or can be derived; derives it. */
  readonly hasFigure: (id: FigureId) => boolean;
  readonly figureIds: () => Iterable<FigureId>;
  readonly hasSource: (id: string) => boolean;
  readonly sourceIds: () => Iterable<string>;
}

/** What is wrong with a reference, apart from its place. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
}

/** How a figure can be printed by `[@fig:ID|form]`. */
export const REFERENCE_FORMS = ['value', 'long', 'bare', 'plain', 'year', 'period'] as const;

/** `[@fig:ID]`, `[@fig:ID|plain]` (or another form) and `[@source:ID]` in the prose of the data. */
export const REFERENCE = new RegExp(`\\[@(fig|source):([a-z0-9.-]+)(?:\\|(${REFERENCE_FORMS.join('|')}))?\\]`, 'g');

/** What begins like a reference, whole or not. */
export const ATTEMPT = /\[@[^\]\n]*\]?/g;

const guess = (wanted: string, known: Iterable<string>): readonly string[] => {
  const close = nearest(wanted.toLowerCase(), known);
  return close === undefined ? [] : [`did you mean "${close}"?`];
};

/** The closest of a few words, however far. */
const closest = (wanted: string, words: readonly string[]): readonly string[] => {
  const [best] = [...words].sort((a, b) => editDistance(wanted, a) - editDistance(wanted, b));
  return best === undefined || wanted === '' ? [] : [`did you mean "${best}"?`];
};

export const unknownFigure = (id: FigureId, named: Named): Fault | undefined =>
  named.hasFigure(id)
    ? undefined
    : { code: 'document/unknown-figure', message: `there is no figure "${id}"`, hints: guess(id, named.figureIds()) };

export const unknownSource = (id: string, named: Named): Fault | undefined =>
  named.hasSource(id)
    ? undefined
    : {
        code: 'document/unknown-source',
        message: `there is no source "${id}"`,
        hints: [...guess(id, named.sourceIds()), 'sources are listed under "sources" in the market file'],
      };

const HOW = 'write [@fig:ID], [@fig:ID|form] or [@source:ID]';

/** Why an attempt is no reference: its form, its id, or what it names. */
const broken = (attempt: string, named: Named): Fault => {
  const fault = (...hints: readonly string[]): Fault => ({
    code: 'document/broken-reference',
    message: `"${attempt}" is not a reference`,
    hints,
  });
  const [, kind = '', id = '', form] = /^\[@([^:|\]]*):?([^|\]]*)(?:\|([^\]]*))?/.exec(attempt) ?? [];
  if (!attempt.endsWith(']')) return fault('close it with ]');
  if (kind !== 'fig' && kind !== 'source') return fault(...closest(kind, ['fig', 'source']), HOW);
  if (kind === 'source') return form === undefined ? (unknownSource(id, named) ?? fault(HOW)) : fault('a source takes no form', HOW);
  if (!/^[a-z0-9.-]+$/.test(id)) return fault(...guess(id, named.figureIds()), HOW);
  return fault(...closest(form ?? '', REFERENCE_FORMS), `forms are ${REFERENCE_FORMS.join(', ')}`);
};

/** What begins like a reference in a text and would be printed as it stands. */
export const brokenReferences = (text: string, named: Named): readonly (Fault & { readonly attempt: string })[] =>
  [...text.replace(REFERENCE, '').matchAll(ATTEMPT)].map(([attempt]) => ({ ...broken(attempt, named), attempt }));

/** Every fault of the references in a text of the data, with what stands there. */
export const referenceFaults = (text: string, named: Named): readonly (Fault & { readonly attempt: string })[] => [
  ...[...text.matchAll(REFERENCE)].flatMap(([attempt, kind, id = '']) => {
    const fault = kind === 'fig' ? unknownFigure(id, named) : unknownSource(id, named);
    return fault ? [{ ...fault, attempt }] : [];
  }),
  ...brokenReferences(text, named),
];
