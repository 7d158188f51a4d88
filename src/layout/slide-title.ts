import type { Span } from '../base/span.ts';
import type { LayoutContext } from './context.ts';
import { textOf } from './print.ts';
import type { Paragraph } from './text.ts';
import { linesOf } from './typeset.ts';

const TITLE_LINES = 2;

/** Reports a title that needs more lines than there are. It is never shrunk. */
export const checkTitle = (title: Paragraph, width: number, hint: string, span: Span | undefined, context: LayoutContext): void => {
  const lines = linesOf(title.runs, width);
  if (lines <= TITLE_LINES) return;
  context.report({
    code: 'layout/title-too-long',
    severity: 'error',
    message: `the title "${textOf(title.runs)}" needs ${lines} lines, and there is room for ${TITLE_LINES}`,
    ...(span ? { span } : {}),
    hints: [hint],
  });
};
