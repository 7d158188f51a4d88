import type { Diagnostic } from '../base/diagnostic.ts';
import type { Figure, Ledger } from '../figures/ledger.ts';
import { PAPERS, type Paper } from '../layout/paper.ts';
import type { Printed } from '../writers/writer.ts';

export const FORMATS = ['pptx', 'docx', 'pdf', 'svg', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export { PAPERS };

export interface BuildOptions {
  readonly formats: readonly Format[];
  /** Name of a shipped template or path of a template folder. Default `market-briefing`. */
  readonly template?: string;
  /** Folder with a `_brand.yml`. Default: the shipped brand. */
  readonly brand?: string;
  readonly client?: string;
  /** ISO date printed on the cover. Default: the data's as-of date. */
  readonly date?: string;
  readonly confidentiality?: string;
  /** The figures of every chart as tables at the end of the report. Default: yes. */
  readonly dataTables?: boolean;
  /** The paper of report and PDF. Default: A4. */
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
