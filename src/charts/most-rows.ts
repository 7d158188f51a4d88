import type { Diagnostic } from '../base/diagnostic.ts';

/** Told where a chart shows the largest of its rows because there are more than it has room for. */
export const mostRowsFinding = (
  code: 'charts/too-many-bars' | 'charts/too-many-rows',
  id: string,
  shown: number,
  count: number,
  rows: string,
): readonly Diagnostic[] =>
  count <= shown
    ? []
    : [
        {
          code,
          severity: 'note',
          message: `the chart "${id}" shows the ${shown} largest of ${count} ${rows}`,
          hints: ['the table beside it lists them all'],
        },
      ];
