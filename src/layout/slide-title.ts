import type { Span } from '../base/span.ts';
import type { LayoutContext } from './context.ts';
import { textOf } from './print.ts';
import type { Paragraph } from './text.ts';
import { linesIn, linesOf } from './typeset.ts';

/** Reports a title that needs more lines than there are, with the words there is no room for. It is never shrunk. */
export const checkTitle = (
  title: Paragraph,
  width: number,
  most: number,
  hint: string,
  span: Span | undefined,
  context: LayoutContext,
): void => {
  const lines = linesOf(title.runs, width);
  if (lines <= most) return;
  const over = linesIn(title.runs, width).slice(most).join(' ').trim();
  context.report({
    code: 'layout/title-too-long',
    severity: 'error',
    message: `the title "${textOf(title.runs)}" needs ${lines} lines, and there is room for ${most}: "${over}" is too much`,
    ...(span ? { span } : {}),
    hints: [hint],
  });
};
