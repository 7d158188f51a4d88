import type { Outcome } from '../base/diagnostic.ts';
import { decode } from './decode.ts';
import type { RawData } from './raw-data.ts';
import { readYaml } from './yaml.ts';

/** Reads a market, template or brand file (YAML or JSON). All problems of the file are found in one run. */
export const readInput = (file: string, bytes: Uint8Array): Outcome<RawData | undefined> => {
  const decoded = decode(file, bytes);
  return 'diagnostic' in decoded ? { value: undefined, diagnostics: [decoded.diagnostic] } : readYaml(file, decoded.text);
};
