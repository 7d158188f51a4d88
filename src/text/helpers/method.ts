import { VERSION } from '../../base/version.ts';
import type { BlockOf, Inline } from '../../document/document.ts';
import { withReferences } from '../../document/inlines.ts';
import { checkRate } from '../../figures/derive/implied-rate.ts';
import { windowId } from '../../figures/open-ledger.ts';
import { type CallSite, exempt, type Filling, inlinesOf, plain, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';

type StatementRow = BlockOf<'rows'>['rows'][number];

/** What the check of the stated growth rates found: one row when all agree, else one for each that does not. */
const growthCheckRows = (filling: Filling, at: CallSite): readonly StatementRow[] => {
  const { draft, market, locale } = filling;
  const checked = market.growth.flatMap((growth) => {
    const check = checkRate(draft, market, growth);
    return check ? [{ growth, check }] : [];
  });
  if (checked.length === 0) return [];
  const label = say(filling, at, 'method.check', {});
  const wrong = checked.filter((c) => !c.check.agrees);
  // A rate can be checked where both of its end points are exact: the sentence may say how many of how many are.
  const number = (n: number): string => putInlines(filling, exempt(String(n)));
  const counts = { checked: number(checked.length), stated: number(market.growth.filter((g) => g.stated.kind !== 'missing').length) };
  if (wrong.length === 0) return [{ label, text: say(filling, at, 'method.check-agrees', { count: checked.length, ...counts }) }];
  return wrong.map(({ growth, check }) => ({
    label,
    text: say(filling, at, 'method.check-disagrees', {
      market: putInlines(filling, plain(draft.groups.get(growth.of)?.phrase ?? growth.of)),
      rate: putInlines(filling, { kind: 'figure', figure: `${growth.of}.cagr.${windowId(growth.from, growth.to)}`, form: 'plain' }),
      period: putInlines(filling, exempt(locale.years(growth.from, growth.to))),
      implied: putInlines(filling, { kind: 'figure', figure: check.implied.id, form: 'value' }),
    }),
  }));
};

export const methodHelpers = {
  /** `method-rows`: how the figures came about, and what the check of the growth rates found; empty where there is neither. */
  'method-rows': (filling, at) => {
    const rows = [
      ...filling.market.method.map((m) => ({ label: [plain(m.label)], text: withReferences(m.text, 'value') })),
      ...growthCheckRows(filling, at),
    ];
    return rows.length === 0 ? '' : putBlocks(filling, { kind: 'rows', whole: true, heading: [], tone: 'neutral', rows });
  },
  /** `imprint heading=…`: date of the data, edition with its note, count of sources, the program's version; with `rights` its publisher and rights. */
  imprint: (filling, at, _args, named) => {
    const { asOf, edition, sources } = filling.market;
    const number = putInlines(filling, exempt(String(edition.number)));
    const row = (key: string, text: readonly Inline[]): StatementRow => ({ label: say(filling, at, `imprint.${key}`, {}), text });
    return putBlocks(filling, {
      kind: 'rows',
      whole: true,
      heading: inlinesOf(filling, named['heading']),
      tone: 'neutral',
      rows: [
        row('data', say(filling, at, 'imprint.data-text', { date: putInlines(filling, exempt(filling.locale.date(asOf))) })),
        row('edition', say(filling, at, 'imprint.edition-text', { number })),
        ...(edition.note === undefined ? [] : [row('note', withReferences(edition.note.trim().replace(/\.$/, '')))]),
        row(
          'sources',
          say(filling, at, 'imprint.sources-text', { count: sources.length, number: putInlines(filling, exempt(String(sources.length))) }),
        ),
        row('program', say(filling, at, 'imprint.program-text', { version: putInlines(filling, exempt(VERSION)) })),
        ...(named['rights'] === undefined
          ? []
          : [
              ...(edition.publisher === undefined ? [] : [row('publisher', [plain(edition.publisher)])]),
              ...(edition.rights === undefined ? [] : [row('rights', withReferences(edition.rights.trim().replace(/\.$/, '')))]),
            ]),
      ],
    });
  },
} as const satisfies Record<string, Helper>;
