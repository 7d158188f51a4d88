import type { Tone } from '../../document/document.ts';
import { withReferences } from '../../document/inlines.ts';
import { localeFor } from '../../locale/index.ts';
import { inlinesOf, plain, put, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { narrativeOf, sourceEntry } from './words.ts';

const isTone = (tone: unknown): tone is Tone => tone === 'positive' || tone === 'negative';

export const blockHelpers = {
  /** `prose "drivers"`: the paragraphs of the data, and which language they are in where it is not the document's. */
  prose: (filling, at, [name]) => {
    const narrative = narrativeOf(filling, at, name);
    if (!narrative) return '';
    const body = put(filling, { kind: 'prose', markdown: narrative.body, span: narrative.bodySpan });
    if (narrative.language === undefined) return body;
    const language = putInlines(filling, plain(localeFor(narrative.language).autonym));
    const told = putBlocks(filling, { kind: 'paragraph', inlines: say(filling, at, 'prose.foreign', { language }) });
    return `${told}\n\n${body}`;
  },
  /** `points "drivers" heading=(word "drivers") tone="positive"`: statement rows. */
  points: (filling, at, [name], named) => {
    const narrative = narrativeOf(filling, at, name);
    if (!narrative) return '';
    return putBlocks(filling, {
      kind: 'rows',
      heading: inlinesOf(filling, named['heading']),
      tone: isTone(named['tone']) ? named['tone'] : 'neutral',
      rows: narrative.points.map((p) => ({ label: [plain(p.label)], text: withReferences(p.text, 'value') })),
    });
  },
  /** `sources-list`: the numbered sources. */
  'sources-list': (filling, at) =>
    putBlocks(filling, {
      kind: 'sources',
      entries: filling.market.sources.map((s) => ({ source: s.id, number: s.number, inlines: sourceEntry(filling, at, s) })),
    }),
  /** `abbreviations-table`: those of the market file, the full names of what is called by a short one, and the mark of withheld values where there are any. */
  'abbreviations-table': (filling, at, _args, named) => {
    const withheld = [...filling.draft.figures.values()].some((f) => f.quantity.kind === 'undisclosed');
    const entries = Object.entries(filling.market.abbreviations).map(([k, v]) => [[plain(k)], [plain(v)]]);
    const names = filling.market.fullNames.map(({ short, full }) => [[plain(short)], [plain(full)]]);
    const own = [[plain(filling.locale.undisclosed)], say(filling, at, 'abbreviations.undisclosed', {})];
    return putBlocks(filling, {
      kind: 'table',
      anchor: String(named['id'] ?? 'table-abbreviations'),
      caption: inlinesOf(filling, named['caption']),
      subtitle: [],
      columns: [
        { header: say(filling, at, 'abbreviations.short', {}), align: 'left', weight: 1 },
        { header: say(filling, at, 'abbreviations.long', {}), align: 'left', weight: 4 },
      ],
      rows: [...entries, ...names, ...(withheld ? [own] : [])].map((cells) => ({ emphasis: false, cells })),
      note: [],
      sources: [],
    });
  },
} as const satisfies Record<string, Helper>;
