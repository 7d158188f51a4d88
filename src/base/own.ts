/** What a record itself holds under a name: "constructor" and its kin, which every object inherits, are nothing of its own. */
export const own = <V>(record: Readonly<Partial<Record<string, V>>>, name: unknown): V | undefined =>
  typeof name === 'string' && Object.hasOwn(record, name) ? record[name] : undefined;
