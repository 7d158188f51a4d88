import { field, textXml } from './paragraphs.ts';

/** What the right of a Word section's running head says: nothing on the cover, a title, or the heading that the page stands under. */
export type RunningHead =
  | { readonly kind: 'none' }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly number: string; readonly text: string };

/** The mark that stands for the right of a running head until its fields are put there. */
export const runningHeadMark = (index: number): string => `running-head-${index}`;

const run = (text: string): string => `<w:r>${textXml(text)}</w:r>`;

/** Number and text of the first heading of the page, else of the last one ahead of it: STYLEREF finds them by style (ECMA-376 part 1, 17.16.5.59). */
const runsOf = (head: RunningHead): string => {
  if (head.kind === 'none') return '';
  if (head.kind === 'title') return run(head.text);
  return `${field('STYLEREF 1 \\n', run(head.number))}${run('  ')}${field('STYLEREF 1', run(head.text))}`;
};

/** A header part with its mark replaced. */
export const withRunningHead = (xml: string, heads: readonly RunningHead[]): string =>
  xml.replace(/<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>running-head-(\d+)<\/w:t><\/w:r>/gs, (_, index: string) =>
    runsOf(heads[Number(index)] ?? { kind: 'none' }),
  );
