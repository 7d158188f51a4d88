import { type OfficePackage, readPart, writePart } from './package.ts';
import { el, escapeAttribute, XML_HEAD } from './xml.ts';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** As written: relative to the owner, absolute with a slash, or an address. */
  readonly target: string;
  readonly external: boolean;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

export const relsName = (owner: string): string => {
  const folder = folderOf(owner);
  return `${folder}_rels/${owner.slice(folder.length)}.rels`;
};

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const relationshipsOf = (pkg: OfficePackage, owner: string): readonly Relationship[] =>
  [...readPart(pkg, relsName(owner)).matchAll(/<Relationship\b([^>]*?)\/?>/g)].map(([, attributes = '']) => {
    const of = (name: string): string => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    return { id: of('Id'), type: of('Type'), target: of('Target'), external: of('TargetMode') === 'External' };
  });

export const writeRelationships = (pkg: OfficePackage, owner: string, relationships: readonly Relationship[]): void => {
  const name = relsName(owner);
  if (relationships.length === 0) {
    pkg.parts.delete(name);
    return;
  }
  const entries = relationships.map((r) =>
    el('Relationship', { Id: r.id, Type: r.type, Target: r.target, TargetMode: r.external ? 'External' : undefined }),
  );
  writePart(pkg, name, `${XML_HEAD}${el('Relationships', { xmlns: NAMESPACE }, ...entries)}`);
};

/** The part a relationship of `owner` leads to. */
export const targetPart = (owner: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folderOf(owner)
    .split('/')
    .filter((s) => s !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
};

/** `target` as seen from `owner`, the form Office writes itself. */
const relative = (owner: string, target: string): string => {
  const from = folderOf(owner)
    .split('/')
    .filter((s) => s !== '');
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
};

/** Adds a relationship under the next free id and returns that id. */
export const addRelationship = (pkg: OfficePackage, owner: string, type: string, target: string, external = false): string => {
  const known = relationshipsOf(pkg, owner);
  const highest = Math.max(0, ...known.map((r) => Number(/^rId(\d+)$/.exec(r.id)?.[1] ?? 0)));
  const id = `rId${highest + 1}`;
  writeRelationships(pkg, owner, [...known, { id, type, target: external ? target : relative(owner, target), external }]);
  return id;
};

/** Renames all relationship ids of a part to rId1, rId2 … in file order, in the part too: libraries draw some at random. */
export const renumberRelationships = (pkg: OfficePackage, owner: string): void => {
  const known = relationshipsOf(pkg, owner);
  if (known.length === 0) return;
  const names = new Map(known.map((r, i) => [r.id, `rId${i + 1}`]));
  if ([...names].every(([from, to]) => from === to)) return;
  writeRelationships(
    pkg,
    owner,
    known.map((r) => ({ ...r, id: names.get(r.id) ?? r.id })),
  );
  writePart(
    pkg,
    owner,
    readPart(pkg, owner).replace(/\b(r:[a-z]+)="([^"]*)"/gi, (whole, attribute: string, id: string) => {
      const to = names.get(id);
      return to === undefined ? whole : `${attribute}="${escapeAttribute(to)}"`;
    }),
  );
};
