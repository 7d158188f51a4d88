import { type Parts, xmlOf } from './office.ts';
import { allElements, elements, textOf, type XmlElement } from './xml.ts';

/** A field of a Word part: its instruction and the result that is read before anyone updates it. */
export interface Field {
  readonly instruction: string;
  readonly result: string;
}

export interface WordParagraph {
  readonly style: string;
  readonly text: string;
  readonly properties: XmlElement | undefined;
}

const shown = (run: XmlElement): string =>
  elements(run)
    .map((e) => (e.name === 'w:t' ? textOf(e) : e.name === 'w:tab' ? '\t' : ''))
    .join('');

/** Fields in the order of their ends; one inside of another is told apart. */
export const fieldsIn = (root: XmlElement): readonly Field[] => {
  const open: { instruction: string; result: string; separated: boolean }[] = [];
  const done: Field[] = [];
  for (const run of allElements(root, 'w:r')) {
    const type = elements(run, 'w:fldChar')[0]?.attributes['w:fldCharType'];
    if (type === 'begin') open.push({ instruction: '', result: '', separated: false });
    const current = open.at(-1);
    if (current && type === 'separate') current.separated = true;
    if (current && !current.separated) current.instruction += elements(run, 'w:instrText').map(textOf).join('');
    if (type === undefined) for (const field of open) if (field.separated) field.result += shown(run);
    if (type === 'end') {
      const ended = open.pop();
      if (!ended) throw new Error('a field ends that never began');
      done.push({ instruction: ended.instruction.trim(), result: ended.result });
    }
  }
  if (open.length > 0) throw new Error(`${open.length} fields never end`);
  return done;
};

const visible = (paragraph: XmlElement): string => allElements(paragraph, 'w:r').map(shown).join('');

export const paragraphsIn = (root: XmlElement): readonly WordParagraph[] =>
  allElements(root, 'w:p').map((p) => {
    const properties = elements(p, 'w:pPr')[0];
    const style = properties && elements(properties, 'w:pStyle')[0]?.attributes['w:val'];
    return { style: style ?? '', text: visible(p), properties };
  });

/** The text each bookmark holds, by its name. */
export const bookmarksIn = (root: XmlElement): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  const open = new Map<string, string>();
  const walk = (e: XmlElement): void => {
    if (e.name === 'w:bookmarkStart') {
      open.set(e.attributes['w:id'] ?? '', e.attributes['w:name'] ?? '');
      texts.set(e.attributes['w:name'] ?? '', '');
    } else if (e.name === 'w:bookmarkEnd') open.delete(e.attributes['w:id'] ?? '');
    else if (e.name === 'w:r') for (const name of open.values()) texts.set(name, (texts.get(name) ?? '') + shown(e));
    else for (const child of e.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);
  return texts;
};

export const documentOf = (parts: Parts): XmlElement => xmlOf(parts, 'word/document.xml');

/** The running heads in the order of their sections. */
export const headersOf = (parts: Parts): readonly XmlElement[] => {
  const targets = new Map(
    allElements(xmlOf(parts, 'word/_rels/document.xml.rels'), 'Relationship').map((r) => [r.attributes['Id'], r.attributes['Target']]),
  );
  return allElements(documentOf(parts), 'w:headerReference').map((r) => xmlOf(parts, `word/${targets.get(r.attributes['r:id'])}`));
};
