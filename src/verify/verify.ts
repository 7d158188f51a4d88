import type { Diagnostic } from '../base/diagnostic.ts';
import type { FigureId } from '../base/id.ts';
import { type OfficeText, readOffice, squeezed } from './office-text.ts';
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

const isAlternative = (where: string): boolean => where.endsWith(', alternative text');

const occurrences = (text: string, of: string): number => {
  let count = 0;
  for (let at = text.indexOf(of); of !== '' && at >= 0; at = text.indexOf(of, at + 1)) count++;
  return count;
};

/** Each string stands in the file at least as often as it was printed, those inside of longer strings counted: "4.54" in "$4.54 bn". */
const missing = (file: VerifiedFile, text: string): readonly Diagnostic[] => {
  const printed = file.printed
    .filter((p) => (file.format === 'pdf' ? !isAlternative(p.where) : !isChartLabel(p.where)))
    .map((p) => ({ ...p, text: squeezed(p.text), shown: p.text }));
  const found: Diagnostic[] = [];
  for (const wanted of new Set(printed.map((p) => p.text))) {
    const times = printed.reduce((sum, p) => sum + occurrences(p.text, wanted), 0);
    const there = occurrences(text, wanted);
    const first = printed.find((p) => p.text === wanted);
    if (there >= times || !first) continue;
    const places = [...new Set(printed.filter((p) => p.text === wanted).map((p) => p.where))].join('; ');
    found.push({
      code: 'verify/figure-not-found',
      severity: 'error',
      message: `${file.name} should print "${first.shown}" for ${first.figure} (${places}), but the finished file holds it ${there} of ${times} times`,
      hints: ['this is a bug of marketbrief: please report it'],
    });
  }
  return found;
};

/** The alternative texts of an Office file tell what its writer says. (A PDF's are the same strings.) */
const untold = (file: VerifiedFile, read: OfficeText): readonly Diagnostic[] =>
  file.printed
    .filter((p) => isAlternative(p.where) && !read.alternatives.includes(squeezed(p.text)))
    .map((p) => ({
      code: 'verify/figure-not-told',
      severity: 'error',
      message: `${file.name} should tell "${p.text}" for ${p.figure} (${p.where}), but the alternative texts of the finished file do not`,
      hints: ['this is a bug of marketbrief: please report it'],
    }));

const stale = (file: VerifiedFile, read: OfficeText): readonly Diagnostic[] =>
  read.charts.flatMap((chart) =>
    chart.stale.map((formula) => ({
      code: 'verify/chart-cache-stale',
      severity: 'error',
      message: `${file.name} draws ${chart.part} from other values than its workbook holds in ${formula}`,
      hints: ['this is a bug of marketbrief: please report it'],
    })),
  );

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
      found.push(...missing(file, read.text), ...untold(file, read), ...stale(file, read));
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
