import { marketJsonSchema } from '../market/schema.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';

export const schemaText = (): string => JSON.stringify(marketJsonSchema(), null, 2);

/** Prints the market file's JSON Schema. */
export const runSchema = (io: Io): number => {
  io.out(schemaText());
  return EXIT.ok;
};
