import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { RawData } from '../input/raw-data.ts';
import type { Given } from './given.ts';
import type { Market } from './market.ts';
import { normalise } from './normalise.ts';
import { keysAt, marketSchema } from './schema.ts';
import { shapeFindings } from './shape-findings.ts';
import { checkTexts } from './text-rules.ts';

/** Raw data as a market: shape by the schema, then one normal form. Every problem is found in one run. */
export const readMarket = (raw: RawData): Outcome<Market | undefined> => {
  const parsed = marketSchema.safeParse(raw.value);
  const texts = checkTexts(raw);
  if (!parsed.success) return { value: undefined, diagnostics: [...texts, ...shapeFindings(parsed.error.issues, raw, keysAt)] };
  const diagnostics: Diagnostic[] = [...texts];
  const given: Given = { file: parsed.data, raw, report: (d) => diagnostics.push(d) };
  const market = normalise(given);
  return { value: diagnostics.some((d) => d.severity === 'error') ? undefined : market, diagnostics };
};
