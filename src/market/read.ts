import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { RawData } from '../input/raw-data.ts';
import type { Given } from './given.ts';
import type { Market } from './market.ts';
import { normalise } from './normalise.ts';
import { keysAt, marketSchema } from './schema.ts';
import { shapeFindings } from './shape-findings.ts';
import { checkTexts } from './text-rules.ts';
import { translate } from './translate.ts';

/**
 * Raw data as a market: shape by the schema, then one normal form, in a language if it is not to be the file's own. Every problem is
 * found in one run.
 */
export const readMarket = (original: RawData, language?: string, translation?: RawData): Outcome<Market | undefined> => {
  const { value: translated, diagnostics: untranslated } = translate(original, language, translation);
  const { raw } = translated;
  const parsed = marketSchema.safeParse(raw.value);
  const texts = checkTexts(raw);
  if (!parsed.success)
    return { value: undefined, diagnostics: [...untranslated, ...texts, ...shapeFindings(parsed.error.issues, raw, keysAt)] };
  const diagnostics: Diagnostic[] = [...untranslated, ...texts];
  const given: Given = {
    file: parsed.data,
    raw,
    foreign: translated.foreign,
    original: translated.original,
    report: (d) => diagnostics.push(d),
  };
  const market = normalise(given);
  return { value: diagnostics.some((d) => d.severity === 'error') ? undefined : market, diagnostics };
};
