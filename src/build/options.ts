import type { Diagnostic } from '../base/diagnostic.ts';
import type { CoverLook } from '../brand/theme.ts';
import type { Figure, Ledger } from '../figures/ledger.ts';
import { PAPERS, type Paper } from '../layout/paper.ts';
import type { Aspect } from '../layout/slide-grid.ts';
import type { DeckLength } from '../text/deck-length.ts';
import type { Printed } from '../writers/writer.ts';

export const FORMATS = ['pptx', 'docx', 'pdf', 'deck.pdf', 'svg', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export { COVERS, type CoverLook } from '../brand/theme.ts';
export { ASPECTS, type Aspect } from '../layout/slide-grid.ts';
export { LENGTHS } from '../text/deck-length.ts';
export { PAPERS };

export interface BuildOptions {
  readonly formats: readonly Format[];
  /** Name of a shipped template or path of a template folder. Default `market-briefing`. */
  readonly template?: string;
  /** Folder with a `_brand.yml`. Default: the shipped brand. */
  readonly brand?: string;
  /** Language of the documents, BCP 47. Default: that of the market file. */
  readonly language?: string;
  readonly client?: string;
  /** ISO date printed on the cover. Default: the data's as-of date. */
  readonly date?: string;
  readonly confidentiality?: string;
  /** The figures of every chart as tables at the end of the report. Default: yes. */
  readonly dataTables?: boolean;
  /** Which slides of the template the deck has. Default `standard`. */
  readonly length?: DeckLength;
  /** Shape of the slides. Default `16:9`. */
  readonly aspect?: Aspect;
  /** Ground of the covers. Default `dark`; `light` is for office printers. */
  readonly cover?: CoverLook;
  /** Pages of `deck.pdf`: the slides, or each slide with its notes on A4. Default: the slides. */
  readonly handout?: 'notes';
  /** The paper of report and PDF. Default: that of the language. */
  readonly paper?: Paper;
  /** The PDF says that it is PDF/A-3a, and holds what that needs. Not validated by a checker of PDF/A. */
  readonly pdfa?: boolean;
  readonly draft?: boolean;
  /** No files where there are warnings. */
  readonly strict?: boolean;
}

export interface BuiltFile {
  readonly format: Format | 'figures';
  /** File name without folder, e.g. `china-ai-medical-imaging.pptx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The result of compiling one market file. `files` is empty while an error stands. */
export interface Compilation {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly BuiltFile[];
  readonly ledger: Ledger;
  /** A figure by its id, published, computed for the documents, or computed now. Undefined when there is nothing it could mean. */
  readonly figure: (id: string) => Figure | undefined;
  readonly printed: Readonly<Partial<Record<Format, readonly Printed[]>>>;
  /** Action titles in order. */
  readonly outline: readonly { readonly section: string; readonly title: string }[];
  readonly counts: { readonly slides: number; readonly reportPages: number; readonly charts: number; readonly figures: number };
}
