import type { Diagnostic } from '../base/diagnostic.ts';
import type { FigureId } from '../base/id.ts';
import { type PlannedCell, wrongCells } from './chart-data.ts';
import { type OfficeText, readOffice, spaced, squeezed } from './office-text.ts';
import { packageFaults } from './package-faults.ts';
import { readPdf } from './pdf-text.ts';

export interface VerifiedFile {
  readonly format: 'pptx' | 'docx' | 'pdf' | 'deck.pdf';
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its writer says it printed. */
  readonly printed: readonly { readonly figure: FigureId; readonly text: string; readonly where: string }[];
  /** Of an Office file, its charts in order, with the numbers their sheets must hold. Not given: not asked. */
  readonly charts?: readonly { readonly id: string; readonly cells: readonly PlannedCell[] }[];
  /** Of a deck, how many slides it shows. */
  readonly slides?: number;
}

const isPdf = ({ format }: VerifiedFile): boolean => format === 'pdf' || format === 'deck.pdf';

const OUR_BUG = ['this is a bug of marketbrief: please report it'];

/** Labels of bars are drawn by Office from cell and format: their digits are not text in the file. */
const isChartLabel = (where: string): boolean => where.includes(', chart ');

const isAlternative = (where: string): boolean => where.endsWith(', alternative text');

/** Whether a number goes on across a border: "4.54" does not stand in "14.54", "4.541" or "4.54,1". */
const isCut = (text: string, from: number, to: number): boolean =>
  (/\d/.test(text[from] ?? '') && /(?:\d|\d[.,])$/.test(text.slice(Math.max(0, from - 2), from))) ||
  (/\d/.test(text[to - 1] ?? '') && /^(?:\d|[.,]\d)/.test(text.slice(to, to + 2)));

/** How often a string stands in a text; `whole` counts it only where no number goes on before or after it. */
const occurrences = (text: string, of: string, whole: boolean): number => {
  let count = 0;
  for (let at = text.indexOf(of); of !== '' && at >= 0; at = text.indexOf(of, at + 1))
    if (!whole || !isCut(text, at, at + of.length)) count++;
  return count;
};

/** Each string stands in the file at least as often as it was printed, those inside of longer strings counted: "4.54" in "$4.54 bn". */
const missing = (file: VerifiedFile, text: string): readonly Diagnostic[] => {
  // The pieces of a PDF's lines stand side by side without blanks: there a number has no border to look at.
  const whole = !isPdf(file);
  const plain = whole ? spaced : squeezed;
  const printed = file.printed
    .filter((p) => (isPdf(file) ? !isAlternative(p.where) : !isChartLabel(p.where)))
    .map((p) => ({ ...p, text: plain(p.text), shown: p.text }));
  const found: Diagnostic[] = [];
  for (const wanted of new Set(printed.map((p) => p.text))) {
    const times = printed.reduce((sum, p) => sum + occurrences(p.text, wanted, whole), 0);
    const there = occurrences(text, wanted, whole);
    const first = printed.find((p) => p.text === wanted);
    if (there >= times || !first) continue;
    const places = [...new Set(printed.filter((p) => p.text === wanted).map((p) => p.where))].join('; ');
    found.push({
      code: 'verify/figure-not-found',
      severity: 'error',
      message: `${file.name} should print "${first.shown}" for ${first.figure} (${places}), but the finished file holds it ${there} of ${times} times`,
      hints: OUR_BUG,
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
      hints: OUR_BUG,
    }));

const stale = (file: VerifiedFile, read: OfficeText): readonly Diagnostic[] =>
  read.charts.flatMap((chart) =>
    chart.stale.map((formula) => ({
      code: 'verify/chart-cache-stale',
      severity: 'error',
      message: `${file.name} draws ${chart.part} from other values than its workbook holds in ${formula}`,
      hints: OUR_BUG,
    })),
  );

/** Charts that are not all there, that cannot be edited, or whose sheet holds another number than the figure. */
const wrongCharts = (file: VerifiedFile, read: OfficeText): readonly Diagnostic[] => {
  const finding = (code: string, message: string): Diagnostic => ({ code, severity: 'error', message, hints: OUR_BUG });
  const planned = file.charts ?? [];
  const bare = read.charts
    .filter((c) => !c.workbook)
    .map((c) => finding('verify/no-workbook', `${file.name} holds ${c.part} without the workbook behind it`));
  if (file.charts && planned.length !== read.charts.length)
    return [...bare, finding('verify/charts-missing', `${file.name} holds ${read.charts.length} of ${planned.length} charts`)];
  const wrong = planned.flatMap(({ id, cells }, i) => {
    const workbook = read.charts[i]?.workbook;
    return workbook
      ? wrongCells(cells, workbook).map((c) =>
          finding(
            'verify/cell-differs',
            `${file.name} should hold ${c.values.join(' or ')} for ${c.figure} in cell ${c.cell} of the chart "${id}", but holds another value`,
          ),
        )
      : [];
  });
  return [...bare, ...wrong];
};

const broken = (file: VerifiedFile, read: OfficeText): readonly Diagnostic[] =>
  packageFaults(read.parts, file.slides).map((fault) => ({
    code: 'verify/package-broken',
    severity: 'error',
    message: `${file.name} would not open as it should: ${fault}`,
    hints: OUR_BUG,
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
    if (isPdf(file)) found.push(...missing(file, readPdf(file.bytes)));
    else {
      const read = readOffice(file.bytes);
      office.set(file.format, read);
      found.push(
        ...missing(file, read.text),
        ...untold(file, read),
        ...stale(file, read),
        ...wrongCharts(file, read),
        ...broken(file, read),
      );
    }
  }
  const [deck, report] = [office.get('pptx'), office.get('docx')];
  if (deck && report) {
    for (const shared of sharedCharts) {
      const [a, b] = [deck.charts[shared.deck], report.charts[shared.report]];
      if (a?.workbook && b?.workbook && sameBytes(a.workbook, b.workbook) && a.caches === b.caches) continue;
      found.push({
        code: 'verify/charts-differ',
        severity: 'error',
        message: `the chart "${shared.id}" does not hold the same data in the deck and the report`,
        hints: OUR_BUG,
      });
    }
  }
  return found;
};
