import type { FigureId } from '../base/id.ts';
import type { Block, BlockOf, Medium, Section, TraceRow } from '../document/document.ts';
import { figuresInSections } from '../document/figures-in.ts';
import type { Figure } from '../figures/ledger.ts';
import type { Market } from '../market/market.ts';
import { type Filling, plain, putInlines, type TextContext } from './context.ts';
import { say } from './say.ts';
import { NOWHERE, sentences, shownInCells, symbolNotes } from './symbols.ts';
import { type Basis, basisOf, cellsRow, figureRow, MOST_VALUES, partsRow } from './trace-rows.ts';

/** What the figures of a row have in common. */
interface Owner {
  readonly id: string;
  readonly kind: 'headline' | 'series' | 'parts' | 'none';
  readonly label: string;
}

/** Headline series first, then the others, cubes and breakdowns, and scores: the order of the rows. */
const ownersOf = (market: Market, comma: string): readonly Owner[] => [
  ...market.headline.map((id): Owner => ({ id, kind: 'headline', label: '' })),
  ...market.series
    .filter((s) => Object.keys(s.members).length === 0 && !market.headline.includes(s.id))
    .map((s): Owner => ({ id: s.id, kind: 'series', label: s.short })),
  ...[...market.cubes, ...market.breakdowns].map((p): Owner => ({ id: p.id, kind: 'parts', label: p.label })),
  ...Object.entries(market.narratives).flatMap(([id, { axes }]): readonly Owner[] =>
    axes ? [{ id, kind: 'parts', label: `${axes.x}${comma}${axes.y}` }] : [],
  ),
];

/** Ids begin with what they belong to. A headline may be the total of a cube. */
const ownerOf = (id: FigureId, owners: readonly Owner[]): Owner =>
  owners.find((o) => id.startsWith(`${o.id}.`)) ?? { id, kind: 'none', label: '' };

interface Batch {
  readonly owner: Owner;
  readonly figures: readonly Figure[];
}

const isPoint = (f: Figure): boolean => f.period.from === f.period.to;

/** Which figures of one owner share a row. */
const batchKey = (f: Figure, owner: Owner, published: number): string => {
  const { origin } = f;
  if (origin.kind === 'derived') {
    if (origin.rule === 'compound') return `path of ${origin.from.join()}`;
    if (owner.kind === 'parts' && origin.rule === 'share') return origin.rule;
    return owner.kind === 'parts' && origin.rule !== 'sum' ? `${origin.rule} ${f.period.from}-${f.period.to}` : f.id;
  }
  if (origin.kind === 'editorial') return origin.kind;
  const { source, locator = '' } = origin.citation;
  const withheld = f.quantity.kind === 'undisclosed';
  const alone = owner.kind === 'none' || (owner.kind === 'headline' && !withheld && published <= MOST_VALUES);
  return alone || (!isPoint(f) && !withheld) ? f.id : `${withheld}|${source} ${locator}|${isPoint(f)}`;
};

const batchesOf = (figures: readonly Figure[], owners: readonly Owner[]): readonly Batch[] => {
  const published = new Map<string, number>();
  for (const f of figures)
    if (f.origin.kind === 'stated' && isPoint(f)) {
      const { id } = ownerOf(f.id, owners);
      published.set(id, (published.get(id) ?? 0) + 1);
    }
  const batches = new Map<string, { owner: Owner; figures: Figure[] }>();
  for (const f of figures) {
    const owner = ownerOf(f.id, owners);
    const key = `${owner.id}|${batchKey(f, owner, published.get(owner.id) ?? 0)}`;
    const batch = batches.get(key);
    if (batch) batch.figures.push(f);
    else batches.set(key, { owner, figures: [f] });
  }
  return [...batches.values()].map((b) => ({ ...b, figures: b.figures.sort((x, y) => x.period.to - y.period.to) }));
};

const BASES: readonly Basis[] = ['published', 'undisclosed', 'derived', 'computed', 'editorial'];

/** By series, then what is published, withheld and computed of it; values before rates; then by year. */
const placeOf = (batch: Batch, owners: readonly Owner[]): readonly number[] => {
  const [first] = batch.figures;
  if (!first) return [];
  const rank = owners.findIndex((o) => o.id === batch.owner.id);
  return [rank < 0 ? owners.length : rank, BASES.indexOf(basisOf(first)), isPoint(first) ? 0 : 1, first.period.to, first.period.from];
};

const inOrder = (a: readonly number[], b: readonly number[]): number => {
  const i = a.findIndex((n, k) => n !== b[k]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
};

const rowOf = ({ owner, figures }: Batch, filling: Filling): readonly TraceRow[] => {
  const first = figures[0];
  if (!first || owner.kind !== 'parts' || figures.length === 1 || first.quantity.kind === 'undisclosed') return figureRow(figures, filling);
  return first.origin.kind === 'derived'
    ? partsRow(owner.label, first.origin.rule, figures, filling)
    : cellsRow(owner.label, figures, filling);
};

/** The share of a whole in itself, which charts of shares draw as their total: nothing to trace. */
const isWholeOfItself = ({ origin }: Figure): boolean =>
  origin.kind === 'derived' && origin.rule === 'share' && origin.from[0] === origin.from[1];

/** The rows of the figures that are printed, and a note on what their table shows. */
const tableOf = (ids: readonly FigureId[], filling: Filling) => {
  const figures = ids.flatMap((id) => filling.draft.figures.get(id) ?? []).filter((f) => !isWholeOfItself(f));
  const owners = ownersOf(filling.market, filling.locale.comma);
  const rows = batchesOf(figures, owners)
    .map((batch) => ({ batch, place: placeOf(batch, owners) }))
    .sort((a, b) => inOrder(a.place, b.place))
    .flatMap(({ batch }) => rowOf(batch, filling));
  const bases = new Set(rows.flatMap((r) => r.figures.flatMap((id) => filling.draft.figures.get(id) ?? [])).map(basisOf));
  const explained = (['published', 'computed', 'derived'] as const)
    .filter((b) => bases.has(b))
    .flatMap((b, i) => [...(i === 0 ? [] : [plain(filling.locale.semicolon)]), ...say(filling, { span: NOWHERE }, `trace.note.${b}`, {})]);
  const note = sentences(
    [
      ...(explained.length === 0 ? [] : [say(filling, { span: NOWHERE }, 'trace.note', { list: putInlines(filling, ...explained) })]),
      ...symbolNotes(
        filling,
        shownInCells(
          filling,
          rows.map((r) => r.value),
        ),
      ),
    ],
    filling.locale,
  );
  return { rows, note };
};

/**
 * Fills the table of origins with every figure the sections print, for the deck and for the report: neither lists what only the
 * other shows. Runs last, when all derivations are known.
 */
export const withTrace = (sections: readonly Section[], context: TextContext): readonly Section[] => {
  if (!sections.some((s) => s.subsections.some((u) => u.blocks.some((b) => b.kind === 'trace')))) return sections;
  const filling: Filling = { ...context, slots: [], diagnostics: [] };
  const word = (key: string): string => {
    const pattern = context.words.get(key);
    return typeof pattern === 'string' ? pattern : '';
  };
  const headers = {
    figure: word('trace.figure'),
    value: word('trace.value'),
    basis: word('trace.basis'),
    where: word('trace.where'),
    slides: word('trace.slides'),
  };
  const filled = (block: BlockOf<'trace'>, medium: Medium): Block => {
    const { rows, note } = tableOf(figuresInSections(sections, medium), filling);
    return { ...block, only: medium, headers, rows, note: sentences([block.note, note], filling.locale) };
  };
  const expand = (block: Block): readonly Block[] => {
    if (block.kind !== 'trace') return [block];
    return (block.only === undefined ? (['deck', 'report'] as const) : [block.only]).map((medium) => filled(block, medium));
  };
  return sections.map((s) => ({ ...s, subsections: s.subsections.map((u) => ({ ...u, blocks: u.blocks.flatMap(expand) })) }));
};
