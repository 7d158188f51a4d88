import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path, RawData } from '../input/raw-data.ts';

interface TextRule {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: (character: string) => string;
  readonly hint: string;
}

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const RULES: readonly TextRule[] = [
  {
    code: 'market/private-use-character',
    pattern: /[\uE000-\uF8FF]/u,
    message: (c) => `the text holds the private-use character ${codePoint(c)}`,
    hint: 'remove it: it has no agreed meaning',
  },
  {
    code: 'market/control-character',
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u,
    message: (c) => `the text holds the control character ${codePoint(c)}`,
    hint: 'remove it',
  },
  {
    code: 'market/bidi-override',
    pattern: /[\u202A-\u202E\u2066-\u2069]/u,
    message: (c) => `the text holds the direction override ${codePoint(c)}`,
    hint: 'remove it: it can make a number read backwards',
  },
  {
    code: 'market/non-character',
    pattern: /[\uFFFE\uFFFF\uFDD0-\uFDEF]/u,
    message: (c) => `the text holds ${codePoint(c)}, which is not a character`,
    hint: 'remove it',
  },
];

/** Every text of a file is held to the characters a document can carry. */
export const checkTexts = (raw: RawData): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      for (const rule of RULES) {
        const match = rule.pattern.exec(value);
        if (match)
          found.push({ code: rule.code, severity: 'error', message: rule.message(match[0]), span: raw.spanOf(path), hints: [rule.hint] });
      }
      if (value.normalize('NFC') !== value) {
        found.push({
          code: 'market/not-nfc',
          severity: 'error',
          message: 'the text is not in Unicode normalisation form C',
          span: raw.spanOf(path),
          hints: ['accents stand apart from their letters: normalise the file to NFC'],
        });
      }
    } else if (Array.isArray(value))
      value.forEach((item, i) => {
        visit(item, [...path, i]);
      });
    else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(raw.value, []);
  return found;
};
