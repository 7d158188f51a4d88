import { readZip, writeZip } from './zip.ts';

/** An Office file's parts by name, without leading slash. Mutable while a file is being put together. */
export interface OfficePackage {
  readonly parts: Map<string, Uint8Array>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const CONTENT_TYPES = '[Content_Types].xml';

export const packageFrom = (parts: Iterable<readonly [string, Uint8Array]>): OfficePackage => ({ parts: new Map(parts) });

export const openPackage = (bytes: Uint8Array): OfficePackage => ({ parts: readZip(bytes) });

export const readPart = (pkg: OfficePackage, name: string): string => decoder.decode(pkg.parts.get(name) ?? new Uint8Array());

export const writePart = (pkg: OfficePackage, name: string, content: string | Uint8Array): void => {
  pkg.parts.set(name, typeof content === 'string' ? encoder.encode(content) : content);
};

/** Changes a part's text; nothing happens where there is no such part. */
export const editPart = (pkg: OfficePackage, name: string, edit: (xml: string) => string): void => {
  if (pkg.parts.has(name)) writePart(pkg, name, edit(readPart(pkg, name)));
};

/** The finished file: content types first, then parts in code unit order. */
export const packPackage = (pkg: OfficePackage): Uint8Array => {
  const names = [...pkg.parts.keys()].filter((n) => n !== CONTENT_TYPES).sort();
  return writeZip([CONTENT_TYPES, ...names].map((name) => [name, pkg.parts.get(name) ?? new Uint8Array()] as const));
};
