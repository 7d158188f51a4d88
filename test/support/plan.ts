import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import { briefingOf, wordOf } from '../../src/build/briefing.ts';
import { loadTemplate } from '../../src/build/load.ts';
import type { BuildOptions, Format } from '../../src/build/options.ts';
import { type Plans, plan } from '../../src/build/plan.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { drawingsOf } from '../../src/figures/drawn/index.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { en } from '../../src/locale/en.ts';
import type { Market } from '../../src/market/market.ts';
import { fillTemplate } from '../../src/text/fill.ts';
import { withTableNotes } from '../../src/text/table-notes.ts';
import { withTrace } from '../../src/text/trace.ts';
import { shippedTheme } from './theme.ts';

const WORDS = [
  'note',
  'source',
  'sources',
  'figure',
  'table',
  'continued',
  'page',
  'contents',
  'figures',
  'tables',
  'takeaway',
  'quotation',
  'slide',
] as const;

/** A market laid out by the shipped template, or by another with its words, before anything is written. */
export const planMarket = async (
  market: Market,
  formats: readonly Format[] = ['pptx', 'docx', 'pdf'],
  { length = 'standard', aspect, paper, own }: Pick<BuildOptions, 'length' | 'aspect' | 'paper'> & { readonly own?: string } = {},
): Promise<Plans & { readonly findings: readonly string[]; readonly errors: readonly string[] }> => {
  const template = (await loadTemplate('market-briefing', 'en', nodeEnv())).value;
  if (!template) throw new Error('the shipped template is missing');
  const draft = openLedger(market);
  const text = { market, draft, locale: en, words: template.words, options: new Set(['data-tables']), length };
  const filled = await fillTemplate(own === undefined ? template.source : { files: new Map([['briefing.md.hbs', own]]) }, text);
  const parsed = parseDocument({
    ...filled.value,
    ...drawingsOf(draft),
  });
  const found: Diagnostic[] = [...filled.diagnostics, ...parsed.diagnostics];
  const briefing = briefingOf(
    market,
    withTrace(withTableNotes(parsed.value, text), text),
    draft,
    en,
    template.words,
    { formats },
    market.asOf,
  );
  const word = (key: string): string => wordOf(template.words, key);
  const words = Object.fromEntries(WORDS.map((w) => [w, word(`layout.${w}`)])) as Record<(typeof WORDS)[number], string>;
  const plans = await plan(
    briefing,
    formats,
    {
      ledger: draft,
      locale: en,
      theme: shippedTheme(),
      sources: market.sources,
      words: { ...words, preparedFor: word('document.prepared-for') },
      report: (d) => found.push(d),
    },
    { ...(aspect ? { aspect } : {}), ...(paper ? { paper } : {}) },
  );
  return {
    ...plans,
    findings: found.map((d) => renderDiagnostic(d)),
    errors: found.filter((d) => d.severity === 'error').map((d) => d.code),
  };
};
