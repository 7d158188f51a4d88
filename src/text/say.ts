import { nearest } from '../base/id.ts';
import type { Inline } from '../document/document.ts';
import type { Figure } from '../figures/ledger.ts';
import { type CallSite, type Filling, figureOf, inlinesOf, plain, report } from './context.ts';
import type { Pattern, PatternCase } from './words.ts';

/** Which of up, down, flat and undisclosed a figure calls for. A range counts by the sign of both its ends. */
const caseOfFigure = (figure: Figure | undefined): PatternCase => {
  if (figure === undefined || figure.quantity.kind === 'undisclosed') return 'undisclosed';
  const { quantity } = figure;
  const [low, high] = quantity.kind === 'range' ? [quantity.low, quantity.high] : [quantity.value, quantity.value];
  if (low >= 0 && high > 0) return 'up';
  if (low < 0 && high <= 0) return 'down';
  return low === high ? 'flat' : 'undisclosed';
};

const isEmpty = (inlines: readonly Inline[]): boolean => inlines.every((i) => i.kind === 'text' && i.text === '');

const choose = (
  filling: Filling,
  at: CallSite,
  key: string,
  pattern: Pattern,
  args: Readonly<Record<string, unknown>>,
): string | undefined => {
  if (typeof pattern === 'string') return pattern;
  const wanted: PatternCase =
    'count' in args ? (Number(args['count']) === 1 ? 'one' : 'other') : caseOfFigure(figureOf(filling, at, args['by']));
  const text = pattern[wanted];
  if (text === undefined)
    report(
      filling,
      at,
      'text/missing-case',
      `the words for "${key}" have no case "${wanted}"`,
      `add "${wanted}:" under "${key}" in the words file`,
    );
  return text;
};

/**
 * A sentence of the words file with its arguments put in. The pattern's own text stays checked for typed digits; what the
 * arguments bring is a figure or was made by a helper.
 */
export const say = (filling: Filling, at: CallSite, key: string, args: Readonly<Record<string, unknown>>): readonly Inline[] => {
  const pattern = filling.words.get(key);
  if (pattern === undefined) {
    const close = nearest(key, filling.words.keys());
    report(
      filling,
      at,
      'text/unknown-words',
      `the words file has no entry "${key}"`,
      ...(close === undefined ? [] : [`did you mean "${close}"?`]),
    );
    return [];
  }
  const sentence = choose(filling, at, key, pattern, args) ?? '';
  return sentence.split(/(\{[a-z][a-z0-9-]*\})/).flatMap((part): readonly Inline[] => {
    if (!/^\{.*\}$/.test(part)) return part === '' ? [] : [plain(part)];
    const name = part.slice(1, -1);
    if (Object.hasOwn(args, name)) {
      const inlines = inlinesOf(filling, args[name]);
      if (isEmpty(inlines))
        report(
          filling,
          at,
          'text/empty-argument',
          `"${key}" gets nothing for "${name}"`,
          `ask with {{#if}} whether there is something to say, or give ${name} another helper`,
        );
      return inlines;
    }
    report(filling, at, 'text/missing-argument', `"${key}" needs the argument "${name}"`, `write {{say "${key}" ${name}=…}}`);
    return [];
  });
};
