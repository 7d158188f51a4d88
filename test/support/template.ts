import { hasErrors } from '../../src/base/diagnostic.ts';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import { withOwnIds } from '../../src/document/canonical.ts';
import { checkDocument } from '../../src/document/check.ts';
import type { Block, Inline, Section } from '../../src/document/document.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { drawingsOf } from '../../src/figures/drawn/index.ts';
import { findFigure } from '../../src/figures/find.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { en } from '../../src/locale/en.ts';
import type { Market } from '../../src/market/market.ts';
import { fillTemplate } from '../../src/text/fill.ts';
import { readWords } from '../../src/text/words.ts';
import { marketFile, marketOf } from './market.ts';

const WORDS = { 'a.word': 'a word', 'size.is': 'It was {value}', growth: { up: 'it grows', down: 'it shrinks', flat: 'it stands still' } };

export interface ReadTemplate {
  readonly sections: readonly Section[];
  /** As a person reads them, without hints. */
  readonly findings: readonly string[];
  /** With what to do. */
  readonly advice: readonly string[];
}

/** A template through filling, parsing and checking, as a build takes it there. Extra files are parts by name. */
export const readTemplate = async (
  template: string,
  options: { readonly market?: Market; readonly parts?: Readonly<Record<string, string>> } = {},
): Promise<ReadTemplate> => {
  const market = options.market ?? marketOf(marketFile());
  const draft = openLedger(market);
  const files = new Map([['briefing.md.hbs', template], ...Object.entries(options.parts ?? {})]);
  const filled = await fillTemplate(
    { files },
    { market, draft, locale: en, words: readWords('words', WORDS).words, options: new Set(), length: 'standard' },
  );
  const parsed = parseDocument({
    ...filled.value,
    ...drawingsOf(draft),
  });
  const sections = withOwnIds(parsed.value, (id) => findFigure(draft, id)?.id ?? id);
  const found = [...filled.diagnostics, ...parsed.diagnostics];
  const checked = hasErrors(found)
    ? []
    : checkDocument({
        sections,
        terms: market.terms,
        hasFigure: (id) => findFigure(draft, id) !== undefined,
        figureIds: () => draft.figures.keys(),
        hasSource: (id) => market.sources.some((s) => s.id === id),
        sourceIds: () => market.sources.map((s) => s.id),
        texts: market.texts,
      });
  const all = [...found, ...checked];
  return {
    sections,
    findings: all.map((d) => renderDiagnostic({ ...d, hints: [] })),
    advice: all.map((d) => renderDiagnostic(d)),
  };
};

const inline = (i: Inline): string => {
  if (i.kind === 'text') return i.text;
  if (i.kind === 'figure') return `{${i.figure}${i.form === 'value' ? '' : ` ${i.form}`}}`;
  if (i.kind === 'cite') return `[${i.source}]`;
  if (i.kind === 'reference') return `(see ${i.anchor})`;
  const inside = i.children.map(inline).join('');
  return { strong: `<b>${inside}</b>`, emphasis: `<i>${inside}</i>`, note: `<note>${inside}</note>`, link: `<a>${inside}</a>` }[i.kind];
};

export const inlineText = (inlines: readonly Inline[]): string => inlines.map(inline).join('');

const blockLines = (block: Block, indent: string): readonly string[] => {
  const only = block.only === undefined ? '' : ` (${block.only} only)`;
  const one = (text: string): readonly string[] => [`${indent}${block.kind}${only}${text === '' ? '' : `: ${text}`}`];
  if (block.kind === 'paragraph' || block.kind === 'takeaway' || block.kind === 'heading') return one(inlineText(block.inlines));
  if (block.kind === 'list') return [...one(block.ordered ? 'numbered' : ''), ...block.items.map((i) => `${indent}  - ${inlineText(i)}`)];
  if (block.kind === 'table')
    return [
      ...one(inlineText(block.caption)),
      ...[block.columns.map((c) => c.header), ...block.rows.map((r) => r.cells)].map(
        (r) => `${indent}  | ${r.map(inlineText).join(' | ')}`,
      ),
    ];
  if (block.kind === 'chart') return one(`${block.spec.kind} of ${block.spec.of} as ${block.anchor}`);
  if (block.kind === 'rows')
    return [...one(inlineText(block.heading)), ...block.rows.map((r) => `${indent}  - ${inlineText(r.label)} | ${inlineText(r.text)}`)];
  if (block.kind === 'tiles')
    return [...one(''), ...block.tiles.map((t) => `${indent}  - {${t.figure}} | ${inlineText(t.label)} | ${inlineText(t.detail)}`)];
  if (block.kind === 'callouts')
    return [...one(inlineText(block.heading)), ...block.items.map((i) => `${indent}  - ${i.figure ?? ''} | ${inlineText(i.text)}`)];
  if (block.kind === 'columns')
    return [
      ...one(block.split.join('-')),
      ...block.columns.flatMap((c) => [`${indent}  column`, ...c.flatMap((b) => blockLines(b, `${indent}    `))]),
    ];
  if (block.kind === 'notes') return [...one(''), ...block.blocks.flatMap((b) => blockLines(b, `${indent}  `))];
  return one('');
};

/** A document as lines: what the template became. */
export const dumpSections = (sections: readonly Section[]): string =>
  sections
    .flatMap((section) => [
      `# ${inlineText(section.title)}`,
      ...section.subsections.flatMap((s) => [
        `## ${inlineText(s.title)}${s.only === undefined ? '' : ` (${s.only} only)`}`,
        ...s.blocks.flatMap((b) => blockLines(b, '  ')),
      ]),
    ])
    .join('\n');
