/** A pattern with its `{name}`s replaced; what has no value is left empty. */
export const filled = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
