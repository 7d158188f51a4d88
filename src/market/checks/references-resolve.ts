import type { Diagnostic } from '../../base/diagnostic.ts';
import { nearest } from '../../base/id.ts';
import type { Span } from '../../base/span.ts';
import type { Check } from './check.ts';

/** Sources, areas, dimensions, members and series that are named exist. */
export const referencesResolve: Check = (market) => {
  const found: Diagnostic[] = [];
  const sources = new Set(market.sources.map((s) => s.id));
  const series = new Set(market.series.map((s) => s.id));
  const areas = new Set(market.areas.map((a) => a.id));
  const reported = new Set<string>();
  const want = (kind: string, id: string, known: ReadonlySet<string>, span: Span): void => {
    const key = `${kind}|${id}|${span.start.line}`;
    if (id === '' || known.has(id) || reported.has(key)) return;
    reported.add(key);
    const close = nearest(id, known);
    found.push({
      code: `market/unknown-${kind}`,
      severity: 'error',
      message: `there is no ${kind} "${id}"`,
      span,
      hints: [close === undefined ? `known: ${[...known].slice(0, 8).join(', ')}` : `did you mean "${close}"?`],
    });
  };
  for (const s of market.series) {
    want('area', s.area, areas, s.span);
    for (const [dimensionId, memberId] of Object.entries(s.members)) {
      const dimension = market.dimensions.find((d) => d.id === dimensionId);
      want('dimension', dimensionId, new Set(market.dimensions.map((d) => d.id)), s.span);
      if (dimension) want('member', memberId, new Set([...dimension.members.map((m) => m.id), 'total']), s.span);
    }
    for (const p of s.points)
      for (const c of [p.citation, ...p.alternatives.map((a) => a.citation)]) want('source', c.source, sources, p.span);
  }
  for (const cube of market.cubes)
    for (const id of cube.dimensions) want('dimension', id, new Set(market.dimensions.map((d) => d.id)), cube.span);
  for (const g of market.growth) {
    want('series', g.of, series, g.span);
    want('source', g.citation.source, sources, g.span);
  }
  for (const b of market.breakdowns) {
    want('series', b.of, series, b.span);
    for (const item of b.items) want('source', item.citation.source, sources, item.span);
  }
  for (const narrative of [market.definition, ...Object.values(market.narratives)])
    if (narrative?.citation) want('source', narrative.citation.source, sources, narrative.span);
  for (const player of market.players) if (player.citation) want('source', player.citation.source, sources, player.span);
  for (const { id, span } of market.headlineAt) want('series', id, series, span);
  return found;
};
