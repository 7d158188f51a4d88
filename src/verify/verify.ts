import type { Diagnostic } from '../base/diagnostic.ts';
import type { FigureId } from '../base/id.ts';
import { readOffice, squeezed } from './office-text.ts';
import { readPdf } from './pdf-text.ts';

export interface VerifiedFile {
  readonly format: 'pptx' | 'docx' | 'pdf';
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its writer says it printed. */
  readonly printed: readonly { readonly figure: FigureId; readonly text: string; readonly where: string }[];
}

/** Labels of bars are drawn by Office from cell and format: their digits are not text in the file. */
const isChartLabel = (where: string): boolean => where.includes(', chart ');

const missing = (file: VerifiedFile, text: string): readonly Diagnostic[] =>
  file.printed
    .filter((p) => !(file.format !== 'pdf' && isChartLabel(p.where)) && !text.includes(squeezed(p.text)))
    .map((p) => ({
      code: 'verify/figure-not-found',
      severity: 'error',
      message: `${file.name} should print "${p.text}" for ${p.figure} (${p.where}), but the finished file does not hold it`,
      hints: ['this is a bug of marketbrief: please report it'],
    }));

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** Reads finished files back: every figure stands where its writer says, and charts of one id have equal data in both Office files. */
export const verifyFiles = (
  files: readonly VerifiedFile[],
  sharedCharts: readonly { readonly id: string; readonly deck: number; readonly report: number }[],
): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const office = new Map<string, ReturnType<typeof readOffice>>();
  for (const file of files) {
    if (file.format === 'pdf') found.push(...missing(file, readPdf(file.bytes)));
    else {
      const read = readOffice(file.bytes);
      office.set(file.format, read);
      found.push(...missing(file, read.text));
    }
  }
  const [deck, report] = [office.get('pptx'), office.get('docx')];
  if (deck && report) {
    for (const shared of sharedCharts) {
      const [a, b] = [deck.charts[shared.deck], report.charts[shared.report]];
      if (a && b && sameBytes(a.workbook, b.workbook) && a.caches === b.caches) continue;
      found.push({
        code: 'verify/charts-differ',
        severity: 'error',
        message: `the chart "${shared.id}" does not hold the same data in the deck and the report`,
        hints: ['this is a bug of marketbrief: please report it'],
      });
    }
  }
  return found;
};
