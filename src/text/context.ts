import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import type { Span } from '../base/span.ts';
import type { Block, Inline } from '../document/document.ts';
import { isSlotToken, type Slot, slotIndex, slotToken } from '../document/slot.ts';
import type { LedgerDraft } from '../figures/draft.ts';
import { findFigure } from '../figures/find.ts';
import type { Figure, FigureGroup } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { Market } from '../market/market.ts';
import type { DeckLength } from './deck-length.ts';
import type { Words } from './words.ts';

/** What a template is filled from. The ledger grows by the derivations the template asks for. */
export interface TextContext {
  readonly market: Market;
  readonly draft: LedgerDraft;
  readonly locale: Locale;
  readonly words: Words;
  /** What the build asks of the template, by name. */
  readonly options: ReadonlySet<string>;
  /** Of the deck; the report holds everything. */
  readonly length: DeckLength;
}

/** Where a helper was called, for its findings. */
export interface CallSite {
  readonly span: Span;
}

/** The state of one filling: slots in order of their making, and what was found. */
export interface Filling extends TextContext {
  readonly slots: Slot[];
  readonly diagnostics: Diagnostic[];
}

export const put = (filling: Filling, slot: Slot): string => {
  filling.slots.push(slot);
  return slotToken(filling.slots.length - 1);
};

export const putInlines = (filling: Filling, ...inlines: readonly Inline[]): string => put(filling, { kind: 'inlines', inlines });

export const putBlocks = (filling: Filling, ...blocks: readonly Block[]): string => put(filling, { kind: 'blocks', blocks });

/** A text that came from the data or the words file: its digits are checked. */
export const plain = (text: string): Inline => ({ kind: 'text', text });

/** A text a helper made from figures, dates or a quotation: its digits are accounted for. */
export const exempt = (text: string): Inline => ({ kind: 'text', text, exempt: true });

/** An argument of a helper as inlines: a token's own content, a number, or a literal text. */
export const inlinesOf = (filling: Filling, argument: unknown): readonly Inline[] => {
  if (typeof argument === 'number') return [exempt(String(argument))];
  if (typeof argument !== 'string' || argument === '') return [];
  if (!isSlotToken(argument)) return [plain(argument)];
  const slot = filling.slots[slotIndex(argument)];
  return slot?.kind === 'inlines' ? slot.inlines : [];
};

export const report = (filling: Filling, at: CallSite, code: string, message: string, ...hints: readonly string[]): void => {
  filling.diagnostics.push({ code, severity: 'error', message, span: at.span, hints });
};

/** The figure of an id, deriving it if need be; an unknown id is reported with the nearest known one. */
export const figureOf = (filling: Filling, at: CallSite, id: unknown): Figure | undefined => {
  if (typeof id !== 'string' || id === '') return undefined;
  const figure = findFigure(filling.draft, id);
  if (figure) return figure;
  const close = nearest(id, filling.draft.figures.keys());
  report(filling, at, 'text/unknown-figure', `there is no figure "${id}"`, ...(close === undefined ? [] : [`did you mean "${close}"?`]));
  return undefined;
};

export const groupOf = (filling: Filling, at: CallSite, id: unknown): FigureGroup | undefined => {
  const group = typeof id === 'string' ? filling.draft.groups.get(id) : undefined;
  if (group) return group;
  const close = nearest(String(id), filling.draft.groups.keys());
  report(
    filling,
    at,
    'text/unknown-group',
    `there is no series or breakdown "${String(id)}"`,
    ...(close === undefined ? [] : [`did you mean "${close}"?`]),
  );
  return undefined;
};
