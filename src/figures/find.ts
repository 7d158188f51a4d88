import type { FigureId } from '../base/id.ts';
import { type ComparisonName, compare } from './derive/change.ts';
import { compoundPath } from './derive/compound.ts';
import { rank } from './derive/rank.ts';
import { remainder, share } from './derive/share.ts';
import { type LedgerDraft, pointOf } from './draft.ts';
import type { Figure, FigureGroup } from './ledger.ts';

const partsGroupOf = (draft: LedgerDraft, part: FigureId): FigureGroup | undefined => {
  for (const group of draft.groups.values()) {
    if (group.kind === 'parts' && group.members.some((m) => m.figure === part)) return group;
  }
  return undefined;
};

/** Compares two points that the series has. A year it does not speak of is no figure of it, not an undisclosed one. */
const compared = (draft: LedgerDraft, name: ComparisonName, series: string, from: number, to: number): Figure | undefined =>
  from < to && pointOf(draft, series, from) && pointOf(draft, series, to) ? compare(draft, name, series, from, to) : undefined;

interface IdForm {
  readonly pattern: RegExp;
  readonly derive: (draft: LedgerDraft, match: readonly string[]) => Figure | undefined;
}

const ID_FORMS: readonly IdForm[] = [
  {
    pattern: /^(.+)\.(cagr|growth|change|multiple)\.(\d{4})-(\d{4})$/,
    derive: (draft, [, series = '', name, from, to]) => compared(draft, name as ComparisonName, series, Number(from), Number(to)),
  },
  {
    pattern: /^(.+)\.yoy\.(\d{4})$/,
    derive: (draft, [, series = '', year]) => compared(draft, 'growth', series, Number(year) - 1, Number(year)),
  },
  {
    pattern: /^(.+)\.share$/,
    derive: (draft, [, part = '']) => {
      const whole = partsGroupOf(draft, part)?.whole;
      return whole === undefined ? undefined : share(draft, part, whole);
    },
  },
  {
    pattern: /^(.+)\.rank$/,
    derive: (draft, [, part = '']) => {
      const group = partsGroupOf(draft, part);
      return group === undefined ? undefined : rank(draft, group.id, part);
    },
  },
  {
    pattern: /^(.+)\.remainder$/,
    derive: (draft, [, group = '']) => (draft.groups.get(group)?.kind === 'parts' ? remainder(draft, group) : undefined),
  },
  {
    pattern: /^(.+)\.path\.(\d{4})$/,
    derive: (draft, [, series = '', year]) => {
      const rates = [...draft.figures.values()].filter((f) => f.id.startsWith(`${series}.cagr.`));
      for (const r of rates) {
        const found = compoundPath(draft, series, r.period.from, r.period.to).find((f) => f.period.to === Number(year));
        if (found) return found;
      }
      return undefined;
    },
  },
];

/**
 * A figure by its id: published, or derived now when the id names a derivation of what is published
 * (`S.cagr.2024-2029`, `S.change.2024-2029`, `S.multiple.2024-2029`, `S.growth.2023-2025`, `S.yoy.2024`, `S.path.2026`,
 * `PART.share`, `PART.rank`, `GROUP.remainder`). Undefined when there is nothing it could mean. The figure's own id is the one
 * to keep: `S.growth.2023-2024` finds `S.yoy.2024`.
 */
export const findFigure = (draft: LedgerDraft, id: FigureId): Figure | undefined => {
  const known = draft.figures.get(id);
  if (known) return known;
  for (const form of ID_FORMS) {
    const match = form.pattern.exec(id);
    if (match) {
      const figure = form.derive(draft, match);
      if (figure) return figure;
    }
  }
  return undefined;
};
