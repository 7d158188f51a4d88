/** A strict reader of XML, written apart from the program: what it accepts is well-formed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Characters XML 1.0 may not hold (section 2.2), as they are or as references. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&([^;&\s]*);?/g, (whole, body: string) => {
    if (!whole.endsWith(';')) throw new Error(`a bare & in "${text.slice(0, 60)}"`);
    const code = /^#x([0-9a-fA-F]+)$/.exec(body)?.[1] ?? /^#(\d+)$/.exec(body)?.[1];
    const character = code === undefined ? ENTITIES[body] : String.fromCodePoint(Number.parseInt(code, body.startsWith('#x') ? 16 : 10));
    if (character === undefined || FORBIDDEN.test(character)) throw new Error(`no such reference: ${whole}`);
    return character;
  });

export const parseXml = (xml: string): XmlElement => {
  if (FORBIDDEN.test(xml)) throw new Error('a character XML cannot carry');
  let at = /^\uFEFF?(?:<\?xml [^?]*\?>)?\s*/.exec(xml)?.[0].length ?? 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${xml.slice(at, at + 60)}`);
  };
  const name = (): string => {
    NAME.lastIndex = at;
    const found = NAME.exec(xml)?.[0] ?? fail('no name');
    at += found.length;
    return found;
  };
  const blanks = (): boolean => {
    const from = at;
    while (/\s/.test(xml[at] ?? '')) at++;
    return at > from;
  };

  const attributesHere = (): Record<string, string> => {
    const attributes: Record<string, string> = {};
    while (blanks() && !'/>'.includes(xml[at] ?? '')) {
      const key = name();
      if (key in attributes) fail(`a second ${key}`);
      const quote = xml[at + 1] ?? '';
      if (xml[at] !== '=' || (quote !== '"' && quote !== "'")) fail('no quoted value');
      const end = xml.indexOf(quote, at + 2);
      if (end < 0) fail('an open quotation');
      const value = xml.slice(at + 2, end);
      if (value.includes('<')) fail('a < in a value');
      attributes[key] = decoded(value);
      at = end + 1;
    }
    return attributes;
  };

  const element = (): XmlElement => {
    if (xml[at] !== '<') fail('no element');
    at++;
    const own = name();
    const attributes = attributesHere();
    if (xml.startsWith('/>', at)) {
      at += 2;
      return { name: own, attributes, children: [] };
    }
    if (xml[at] !== '>') fail('an open tag');
    at++;
    const children: (XmlElement | string)[] = [];
    while (!xml.startsWith('</', at)) {
      if (at >= xml.length) fail(`no end of ${own}`);
      if (xml[at] === '<') {
        children.push(element());
        continue;
      }
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end < 0 ? xml.length : end);
      if (text.includes(']]>')) fail(']]> in text');
      children.push(decoded(text));
      at += text.length;
    }
    at += 2;
    const closing = name();
    if (closing !== own) fail(`${own} is closed by ${closing}`);
    blanks();
    if (xml[at] !== '>') fail('an open end tag');
    at++;
    return { name: own, attributes, children };
  };

  const root = element();
  blanks();
  if (at !== xml.length) fail('text after the end');
  return root;
};

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

export const elements = (parent: XmlElement, name?: string): readonly XmlElement[] =>
  parent.children.filter(isElement).filter((c) => name === undefined || c.name === name);

/** All elements of a name below, in document order. */
export const allElements = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elements(parent).flatMap((c) => [...(c.name === name ? [c] : []), ...allElements(c, name)]);

export const textOf = (parent: XmlElement): string => parent.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');

const line = ({ name, attributes }: XmlElement): string =>
  [name, ...Object.entries(attributes).map(([k, v]) => `${k}=${JSON.stringify(v)}`)].join(' ');

/** A tree as lines, indented: for reading. */
export const dumpXml = (root: XmlElement, indent = ''): string => {
  const children = elements(root);
  if (children.length === 0) {
    const text = textOf(root);
    return `${indent}${line(root)}${text === '' ? '' : `: ${text}`}`;
  }
  return [`${indent}${line(root)}`, ...children.map((c) => dumpXml(c, `${indent}  `))].join('\n');
};
