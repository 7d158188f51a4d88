import type { Diagnostic } from '../base/diagnostic.ts';
import type { Theme } from '../brand/theme.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { Mentions } from './mentions.ts';

/** A source as layouts name it. */
export interface SourceName {
  readonly id: string;
  readonly number: number;
  readonly short: string;
}

/** Words a template gives to the layouts, in the document's language. */
export interface LayoutWords {
  readonly note: string;
  readonly source: string;
  readonly sources: string;
  readonly figure: string;
  readonly table: string;
  readonly continued: string;
  readonly page: string;
  readonly contents: string;
  readonly figures: string;
  readonly tables: string;
  readonly preparedFor: string;
  readonly takeaway: string;
  /** The marks of a quotation around an ellipsis: “…”. */
  readonly quotation: string;
  readonly slide: string;
}

export interface LayoutContext {
  readonly ledger: Ledger;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly sources: readonly SourceName[];
  readonly words: LayoutWords;
  /** What a deck knows of its own slides. The report hands over its mentions where it prints them. */
  readonly slides?: Mentions;
  readonly report: (diagnostic: Diagnostic) => void;
}
