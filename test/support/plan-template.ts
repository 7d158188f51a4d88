import { briefingOf } from '../../src/build/briefing.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import type { Flow } from '../../src/layout/flow.ts';
import { paperOf } from '../../src/layout/paper.ts';
import { planFlow } from '../../src/layout/plan-flow.ts';
import { en } from '../../src/locale/en.ts';
import { marketFile, marketOf } from './market.ts';
import { readTemplate } from './template.ts';
import { shippedTheme } from './theme.ts';

const WORDS = {
  note: 'Note',
  source: 'Source',
  sources: 'Sources',
  figure: 'Figure',
  table: 'Table',
  figures: 'Figures',
  tables: 'Tables',
  continued: 'continued',
  page: 'Page',
  contents: 'Contents',
  preparedFor: 'Prepared for',
  takeaway: 'Conclusion',
  quotation: 'Quotation',
  slide: 'Slide',
};

/** The report of a template of one's own on the example market. */
export const flowOfTemplate = async (template: string): Promise<Flow> => {
  const market = marketOf(marketFile());
  const { sections } = await readTemplate(template, { market });
  const ledger = openLedger(market);
  const briefing = briefingOf(market, sections, ledger, en, new Map(), { formats: ['docx'] }, market.asOf);
  return planFlow(
    briefing,
    { confidentiality: '', page: paperOf(undefined, en.paper) },
    { ledger, locale: en, theme: shippedTheme(), sources: market.sources, words: WORDS, report: () => undefined },
  );
};
