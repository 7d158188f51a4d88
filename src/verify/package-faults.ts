const decoder = new TextDecoder();

const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>|[<>]/g;

/** Whether every element is closed in its order and nothing else looks like markup. A > in text is written as a reference by all our writers. */
export const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  let roots = 0;
  for (const [markup, end, name, empty] of xml.matchAll(MARKUP)) {
    if (name === undefined) {
      if (markup === '<' || markup === '>') return false;
    } else if (end === '/') {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots++;
      if (empty !== '/') open.push(name);
    }
  }
  return open.length === 0 && roots === 1;
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The part a relationship leads to: its target is relative to the part that has it (ECMA-376, part 2, 8.3). */
const targetOf = (rels: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folderOf(rels).replace(/_rels\/$/, '')}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
};

interface Relationship {
  readonly id: string;
  readonly target: string;
}

const relationships = (rels: string, xml: string): readonly Relationship[] =>
  [...xml.matchAll(/<Relationship [^>]*>/g)].flatMap(([element]) => {
    const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? '';
    return attribute('TargetMode') === 'External' ? [] : [{ id: attribute('Id'), target: targetOf(rels, attribute('Target')) }];
  });

/** What is wrong with an Office package as such: parts that are no XML, relationships that lead nowhere, slides that are not there. */
export const packageFaults = (parts: ReadonlyMap<string, Uint8Array>, slides: number | undefined): readonly string[] => {
  const xml = [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, bytes]) => [name, decoder.decode(bytes)] as const);
  const broken = xml.filter(([, text]) => !isWellFormed(text)).map(([name]) => `${name} is not well-formed XML`);
  const lost = xml
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, text]) =>
      relationships(name, text)
        .filter(({ target }) => !parts.has(target))
        .map(({ target }) => `${name} leads to ${target}, which is not there`),
    );
  if (slides === undefined) return [...broken, ...lost];
  const text = (name: string): string => xml.find(([n]) => n === name)?.[1] ?? '';
  const rels = 'ppt/_rels/presentation.xml.rels';
  const byId = new Map(relationships(rels, text(rels)).map((r) => [r.id, r.target]));
  const listed = [...text('ppt/presentation.xml').matchAll(/<p:sldId [^>]*r:id="([^"]*)"/g)].map(([, id = '']) => byId.get(id));
  const there = listed.filter((part) => part !== undefined && parts.has(part)).length;
  return [...broken, ...lost, ...(there === slides ? [] : [`it shows ${there} of ${slides} slides`])];
};
