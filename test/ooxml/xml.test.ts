import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { el, escapeText, XML_HEAD } from '../../src/ooxml/xml.ts';
import { parseXml, textOf } from '../support/xml.ts';

/** Texts that have broken XML writers before, and any text at all. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '<!--',
        '-->',
        '&amp;',
        '\u0000',
        '\u0008',
        '\u000b',
        '\u001f',
        '\ufffe',
        '\ud800',
        '\udc00',
        '\n',
        '\t',
        '𝄞',
        '中',
        ' ',
      ),
      { maxLength: 12 },
    )
    .map((a) => a.join('')),
);

const XML_CANNOT_CARRY =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

describe('text written as XML', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    [']]>', ']]&gt;'],
    ['\u0000be\u0008ll\u000b', 'bell'],
    ['half a pair \ud83d here', 'half a pair  here'],
    ['a whole one 😀', 'a whole one 😀'],
    ['"quoted" and \'quoted\'', '"quoted" and \'quoted\''],
  ])('turns %j into %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it('is well-formed whatever it says, and comes back without what XML cannot carry', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, value) => {
        const root = parseXml(`${XML_HEAD}${el('r', { value }, escapeText(text))}`);
        expect(textOf(root)).toBe(text.replace(XML_CANNOT_CARRY, ''));
        expect(root.attributes['value']).toBe(value.replace(XML_CANNOT_CARRY, ''));
      }),
    );
  });

  it('leaves undefined attributes out and closes empty elements', () => {
    expect(el('a', { b: 1, c: undefined, d: 'x"y' })).toBe('<a b="1" d="x&quot;y"/>');
    expect(el('a', {}, el('b'), '')).toBe('<a><b/></a>');
  });
});
