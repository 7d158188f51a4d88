import type { Inline, TableColumn } from '../../document/document.ts';
import { pointOf } from '../../figures/draft.ts';
import { exempt, inlinesOf, plain, putBlocks } from '../context.ts';
import { cutOf } from '../cut.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, tableNote } from '../symbols.ts';
import { sourcesOf } from './series-tables.ts';

/** Members a slide has columns for, beside the years and the total. */
const MOST_MEMBERS = 5;

export const cubeYearHelpers = {
  /** `year-table CUBE DIM caption=…`: every year of the members and their total; empty where a slide has no room for their columns. */
  'year-table': (filling, _at, [cube, dimension], named) => {
    const cut = cutOf(filling, cube, dimension);
    if (!cut || cut.members.length > MOST_MEMBERS || cut.totals.length < 2) return '';
    const columns: readonly TableColumn[] = [
      { header: say(filling, { span: NOWHERE }, 'compare.year', {}), align: 'left', weight: 0.8 },
      ...cut.members.map((m): TableColumn => ({ header: [plain(m.label)], align: 'right', weight: 1 })),
      { header: say(filling, { span: NOWHERE }, 'cube.total', {}), align: 'right', weight: 0.8 },
    ];
    const rows = cut.totals.map((total) => ({
      emphasis: false,
      cells: [
        [{ kind: 'figure', figure: total.id, form: 'year' }] as readonly Inline[],
        ...[...cut.members.map((m) => m.id), 'total'].map((id): readonly Inline[] => {
          const figure = pointOf(filling.draft, cut.seriesAt(id), total.period.to);
          return [figure ? { kind: 'figure', figure: figure.id, form: 'bare' } : exempt(filling.locale.notCovered)];
        }),
      ],
    }));
    const letters = cut.totals.map((f) => f.status);
    return putBlocks(filling, {
      kind: 'table',
      anchor: String(named['id'] ?? `table-${cut.cube.id}.${cut.dimension.id}.years`),
      caption: inlinesOf(filling, named['caption']),
      subtitle: [exempt(filling.locale.unit(cut.cube.unit))],
      columns,
      rows,
      note: tableNote(filling, { columns, rows }, [], letters),
      sources: sourcesOf(cut.totals),
    });
  },
} as const satisfies Record<string, Helper>;
