import type { TextSpan } from '../base/span.ts';
import type { Block, Inline } from './document.ts';

/**
 * What a template helper stands for in the filled Markdown. Helpers write a token of private-use characters, which no data
 * may contain, so that no inserted value is ever read as Markdown.
 */
export type Slot =
  | { readonly kind: 'inlines'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }
  /** Markdown of the data: parsed alone, without directives, headings and HTML. */
  | { readonly kind: 'prose'; readonly markdown: string; readonly span: TextSpan };

const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK_OPEN = '\uE002';
const MARK_CLOSE = '\uE003';
/** Stands for a bar between the cells of a list item while values are put in. */
export const CELL_BREAK = '\uE004';

export const slotToken = (index: number): string => `${OPEN}${index.toString(36)}${CLOSE}`;

/** Matches one token; the first group is the slot's index in base 36. */
export const SLOT_TOKEN = /\uE000([0-9a-z]+)\uE001/g;

export const isSlotToken = (text: string): boolean => text.startsWith(OPEN) && text.endsWith(CLOSE);

export const slotIndex = (token: string): number => Number.parseInt(token.slice(1, -1), 36);

/** A place of a template, carried through filling to the lines it produced. */
export interface TemplateLine {
  readonly file: number;
  readonly line: number;
}

export const lineMark = (at: TemplateLine): string => `${MARK_OPEN}${at.file}:${at.line}${MARK_CLOSE}`;

const LINE_MARKS = /\uE002(\d+):(\d+)\uE003/g;

/** Takes the line marks out of a filled text; `lines[i]` is where line i + 1 came from, if known. */
export const stripLineMarks = (filled: string): { readonly text: string; readonly lines: readonly (TemplateLine | undefined)[] } => {
  const lines: (TemplateLine | undefined)[] = [];
  const texts = filled.split('\n').map((line) => {
    let at: TemplateLine | undefined;
    const text = line.replace(LINE_MARKS, (_, file: string, number: string) => {
      at = { file: Number(file), line: Number(number) };
      return '';
    });
    lines.push(at);
    return text;
  });
  return { text: texts.join('\n'), lines };
};
