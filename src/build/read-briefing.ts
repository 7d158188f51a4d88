import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts';
import { withOwnIds } from '../document/canonical.ts';
import { checkDocument, checkTexts } from '../document/check.ts';
import type { Section } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import type { Named } from '../document/references.ts';
import type { Env } from '../env/env.ts';
import type { LedgerDraft } from '../figures/draft.ts';
import { drawingsOf } from '../figures/drawn/index.ts';
import { findFigure } from '../figures/find.ts';
import { openLedger } from '../figures/open-ledger.ts';
import { readInput } from '../input/index.ts';
import type { RawData } from '../input/raw-data.ts';
import { localeFor } from '../locale/index.ts';
import { checkMarket } from '../market/checks/index.ts';
import { baseOf } from '../market/languages.ts';
import type { Market } from '../market/market.ts';
import { readMarket } from '../market/read.ts';
import { rescaled } from '../market/rescale.ts';
import { fillTemplate } from '../text/fill.ts';
import { withTableNotes } from '../text/table-notes.ts';
import { withTrace } from '../text/trace.ts';
import type { Words } from '../text/words.ts';
import { loadTemplate } from './load.ts';
import type { BuildOptions } from './options.ts';

export interface MarketSource {
  /** As the user named it: findings show it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A market file as the tree its documents are planned from. */
export interface ReadBriefing {
  readonly market: Market;
  readonly draft: LedgerDraft;
  readonly sections: readonly Section[];
  readonly words: Words;
}

/** As far as reading came: the id is the file's path while the market is not known, and the tree is missing while an error stands. */
export interface Reading {
  readonly id: string;
  readonly briefing?: ReadBriefing;
}

/** Texts of a market in another language stand beside its file: `translations/NAME.LANGUAGE.yaml`, for `NAME.yaml`. */
const readTranslation = async (path: string, language: string | undefined, env: Env): Promise<Outcome<RawData | undefined>> => {
  if (language === undefined) return { value: undefined, diagnostics: [] };
  const [, name = ''] = /([^/\\]+?)(?:\.[^./\\]+)?$/.exec(path) ?? [];
  for (const code of new Set([language, baseOf(language)])) {
    const file = `translations/${name}.${code}.yaml`;
    const bytes = await env.readFile(env.resolve(path, '..', file));
    if (bytes) return readInput(file, bytes);
  }
  return { value: undefined, diagnostics: [] };
};

/** Documents in a language that was asked for stand beside those in the file's own. */
const outputId = (market: Market, language: string | undefined): string =>
  language === undefined ? market.id : `${market.id}-${language.toLowerCase()}`;

const namedIn = (market: Market, draft: LedgerDraft): Named => ({
  hasFigure: (id) => findFigure(draft, id) !== undefined,
  figureIds: () => draft.figures.keys(),
  hasSource: (id) => market.sources.some((s) => s.id === id),
  sourceIds: () => market.sources.map((s) => s.id),
});

/**
 * A market file to the tree of its documents: read, validate, check, derive, fill, parse, check the tree. Stages go on as far as
 * they can, so that one run shows all problems.
 */
export const readBriefing = async (
  source: MarketSource,
  options: Pick<BuildOptions, 'template' | 'dataTables' | 'language' | 'length'>,
  env: Env,
): Promise<Outcome<Reading>> => {
  const diagnostics: Diagnostic[] = [];
  const keep = <T>(outcome: Outcome<T>): T => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const raw = keep(readInput(source.path, source.bytes));
  const read = raw && keep(readMarket(raw, options.language, keep(await readTranslation(source.path, options.language, env))));
  if (!read) return { value: { id: source.path }, diagnostics };
  diagnostics.push(...checkMarket(read));
  const locale = localeFor(read.language);
  const market = { ...rescaled(read, locale.rescale), id: outputId(read, options.language) };
  const { id } = market;

  const template = keep(await loadTemplate(options.template ?? 'market-briefing', market.language, env));
  const draft = openLedger(market, locale.figureNames);
  const named = namedIn(market, draft);
  if (!template || hasErrors(diagnostics)) {
    // A market that does not hold together fills no template, but what its texts name can still be told.
    diagnostics.push(...checkTexts(market.texts, named));
    return { value: { id }, diagnostics };
  }
  const { words } = template;
  const text = {
    market,
    draft,
    locale,
    words,
    options: new Set(options.dataTables === false ? [] : ['data-tables']),
    length: options.length ?? 'standard',
  };
  const filled = keep(await fillTemplate(template.source, text));
  const parsed = keep(parseDocument({ ...filled, ...drawingsOf(draft) }));
  const own = withOwnIds(parsed, (figure) => findFigure(draft, figure)?.id ?? figure);
  const sections = withTrace(withTableNotes(own, text), text);
  diagnostics.push(...checkDocument({ sections, terms: market.terms, texts: market.texts, ...named }));
  return { value: hasErrors(diagnostics) ? { id } : { id, briefing: { market, draft, sections, words } }, diagnostics };
};
