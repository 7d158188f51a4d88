import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { withLightCover } from '../brand/theme.ts';
import type { Env } from '../env/env.ts';
import { ENGLISH_FIGURE_NAMES } from '../figures/figure-names.ts';
import { findFigure } from '../figures/find.ts';
import type { LayoutContext } from '../layout/context.ts';
import { localeFor } from '../locale/index.ts';
import { briefingOf, wordOf } from './briefing.ts';
import { loadBrand } from './load.ts';
import type { BuildOptions, Compilation } from './options.ts';
import { withPdfFonts } from './pdf-fonts.ts';
import { plan } from './plan.ts';
import { type MarketSource, readBriefing } from './read-briefing.ts';
import { write } from './write.ts';

const NOTHING: Omit<Compilation, 'id' | 'diagnostics'> = {
  files: [],
  ledger: {
    figures: new Map(),
    groups: new Map(),
    sets: new Map(),
    grids: new Map(),
    bodies: new Map(),
    publishers: new Map(),
    names: ENGLISH_FIGURE_NAMES,
  },
  figure: () => undefined,
  printed: {},
  outline: [],
  counts: { slides: 0, reportPages: 0, charts: 0, figures: 0 },
};

const dateOf = (asOf: string, options: BuildOptions, env: Env): string => {
  if (options.date !== undefined) return options.date;
  return env.sourceDateEpoch === undefined ? asOf : new Date(env.sourceDateEpoch * 1000).toISOString().slice(0, 10);
};

/**
 * One market file to its documents: read it as a tree (read, validate, check, derive, fill, parse, check the tree: see
 * read-briefing.ts), plan, write, verify. No file is made while an error stands.
 */
export const compile = async (source: MarketSource, options: BuildOptions, env: Env): Promise<Compilation> => {
  const reading = await readBriefing(source, options, env);
  const brand = await loadBrand(options.brand, env);
  const diagnostics: Diagnostic[] = [...reading.diagnostics, ...brand.diagnostics];
  const stopped = (): Compilation => ({ ...NOTHING, id: reading.value.id, diagnostics });
  const theme = brand.value && (options.cover === 'light' ? withLightCover(brand.value) : brand.value);
  if (!reading.value.briefing || !theme || hasErrors(diagnostics)) return stopped();
  const { market, draft, sections, words } = reading.value.briefing;

  const locale = localeFor(market.language);
  const date = dateOf(market.asOf, options, env);
  const briefing = briefingOf(market, sections, draft, locale, words, options, date);
  const word = (key: string): string => wordOf(words, key);
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
      figures: word('layout.figures'),
      tables: word('layout.tables'),
      preparedFor: word('document.prepared-for'),
      takeaway: word('layout.takeaway'),
      quotation: word('layout.quotation'),
      slide: word('layout.slide'),
    },
    // A chart stands in the deck and in the report: what both find is told once.
    report: (d) => {
      if (!diagnostics.some((known) => known.code === d.code && known.message === d.message)) diagnostics.push(d);
    },
  };
  const planned = await plan(briefing, options.formats, context, options);
  const plans = await withPdfFonts(planned, options.formats, context.report, env);
  if (hasErrors(diagnostics)) return stopped();

  const { value: written, diagnostics: verified } = await write(market, briefing, plans, options, context, diagnostics);
  diagnostics.push(...verified);
  const outline = plans.deck?.slides.map((s) => ({ section: s.section, title: s.title })) ?? [];
  return {
    id: market.id,
    diagnostics,
    files: hasErrors(diagnostics) || (options.strict && diagnostics.some((d) => d.severity === 'warning')) ? [] : written.files,
    ledger: draft,
    figure: (id) => findFigure(draft, id),
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
