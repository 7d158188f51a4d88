import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { checkDocument } from '../document/check.ts';
import { parseDocument } from '../document/parse.ts';
import type { Env } from '../env/env.ts';
import { drawingsOf } from '../figures/drawn/index.ts';
import { findFigure } from '../figures/find.ts';
import { openLedger } from '../figures/open-ledger.ts';
import { readInput } from '../input/index.ts';
import type { LayoutContext } from '../layout/context.ts';
import { localeFor } from '../locale/index.ts';
import { checkMarket } from '../market/checks/index.ts';
import { readMarket } from '../market/read.ts';
import { fillTemplate } from '../text/fill.ts';
import { withTableNotes } from '../text/table-notes.ts';
import { withTrace } from '../text/trace.ts';
import { briefingOf, wordOf } from './briefing.ts';
import { loadBrand, loadTemplate } from './load.ts';
import type { BuildOptions, Compilation } from './options.ts';
import { plan } from './plan.ts';
import { write } from './write.ts';

export interface MarketSource {
  /** As the user named it: findings show it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const NOTHING: Omit<Compilation, 'id' | 'diagnostics'> = {
  files: [],
  ledger: { figures: new Map(), groups: new Map(), sets: new Map(), grids: new Map(), publishers: new Map() },
  printed: {},
  outline: [],
  counts: { slides: 0, reportPages: 0, charts: 0, figures: 0 },
};

const dateOf = (asOf: string, options: BuildOptions, env: Env): string => {
  if (options.date !== undefined) return options.date;
  return env.sourceDateEpoch === undefined ? asOf : new Date(env.sourceDateEpoch * 1000).toISOString().slice(0, 10);
};

/**
 * One market file to its documents: read, validate, check, derive, fill, parse, check the tree, plan, write, verify. Stages go
 * on as far as they can, so that one run shows all problems; no file is made while an error stands.
 */
export const compile = async (source: MarketSource, options: BuildOptions, env: Env): Promise<Compilation> => {
  const diagnostics: Diagnostic[] = [];
  const keep = <T>(outcome: { readonly value: T; readonly diagnostics: readonly Diagnostic[] }): T => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const stopped = (id: string): Compilation => ({ ...NOTHING, id, diagnostics });

  const raw = keep(readInput(source.path, source.bytes));
  const market = raw && keep(readMarket(raw));
  if (!market) return stopped(source.path);
  diagnostics.push(...checkMarket(market));

  const template = keep(await loadTemplate(options.template ?? 'market-briefing', market.language, env));
  const theme = keep(await loadBrand(options.brand, env));
  if (!template || !theme || hasErrors(diagnostics)) return stopped(market.id);

  const locale = localeFor(market.language);
  const draft = openLedger(market);
  const text = { market, draft, locale, words: template.words, options: new Set(options.dataTables === false ? [] : ['data-tables']) };
  const filled = keep(await fillTemplate(template.source, text));
  const parsed = keep(parseDocument({ ...filled, ...drawingsOf(draft) }));
  const sections = withTrace(withTableNotes(parsed, text), text);
  diagnostics.push(
    ...checkDocument({
      sections,
      terms: market.terms,
      hasFigure: (id) => findFigure(draft, id) !== undefined,
      figureIds: () => draft.figures.keys(),
      hasSource: (id) => market.sources.some((s) => s.id === id),
    }),
  );
  if (hasErrors(diagnostics)) return stopped(market.id);

  const date = dateOf(market.asOf, options, env);
  const briefing = briefingOf(market, sections, draft, locale, template.words, options, date);
  const word = (key: string): string => wordOf(template.words, key);
  const context: LayoutContext = {
    ledger: draft,
    locale,
    theme,
    sources: market.sources.map((s) => ({ id: s.id, number: s.number, short: s.short })),
    words: {
      note: word('layout.note'),
      source: word('layout.source'),
      sources: word('layout.sources'),
      figure: word('layout.figure'),
      table: word('layout.table'),
      continued: word('layout.continued'),
      page: word('layout.page'),
      contents: word('layout.contents'),
      exhibits: word('layout.exhibits'),
      preparedFor: word('document.prepared-for'),
      takeaway: word('layout.takeaway'),
    },
    // A chart stands in the deck and in the report: what both find is told once.
    report: (d) => {
      if (!diagnostics.some((known) => known.code === d.code && known.message === d.message)) diagnostics.push(d);
    },
  };
  const plans = await plan(briefing, options.formats, context);
  if (hasErrors(diagnostics)) return stopped(market.id);

  const written = keep(await write(market, briefing, plans, options.formats, context, env, diagnostics));
  const outline = plans.deck?.slides.map((s) => ({ section: s.section, title: s.title })) ?? [];
  return {
    id: market.id,
    diagnostics,
    files: hasErrors(diagnostics) || (options.strict && diagnostics.some((d) => d.severity === 'warning')) ? [] : written.files,
    ledger: draft,
    printed: written.printed,
    outline,
    counts: {
      slides: plans.deck?.slides.length ?? 0,
      reportPages: plans.pages?.pages.length ?? 0,
      charts: plans.charts.length,
      figures: draft.figures.size,
    },
  };
};
