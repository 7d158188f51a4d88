/**
 * Builds output/gallery/: one deck, one report and one PDF with every kind of chart and the heat matrix in every case of
 * test/gallery, one page of SVG with the charts, and scenes.json, which says where marks and labels of the deck's charts belong on its
 * slides. Beside it output/archetypes/: a deck with every kind of slide, its report and its PDFs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildArchetypes } from '../test/support/archetypes.ts';
import { buildGallery, NOT_IN_PDF } from '../test/support/gallery-build.ts';
import { slideScenes } from '../test/support/slide-scenes.ts';

const OUT = 'output/gallery';
const SLIDES = 'output/archetypes';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const page = (charts: readonly { readonly name: string; readonly svg: string }[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery of charts</title>
<style>body{font:14px/1.5 Arial,sans-serif;margin:2rem;color:#1a2433}figure{margin:0 0 3rem}figcaption{font-weight:700;margin-bottom:.5rem}</style></head>
<body><h1>Gallery of charts</h1>
${charts.map((c) => `<figure id="${c.name}"><figcaption>${escaped(c.name)}</figcaption>${c.svg}</figure>`).join('\n')}
</body></html>
`;

const office = await buildGallery(['pptx', 'docx', 'svg']);
const drawn = await buildGallery(['pdf'], NOT_IN_PDF);
const charts = office.files
  .filter((f) => f.format === 'svg')
  .map((f) => ({ name: f.name.replace(/^svg\/|\.svg$/g, ''), svg: new TextDecoder().decode(f.bytes) }));
mkdirSync(`${OUT}/svg`, { recursive: true });
for (const file of [...office.files, ...drawn.files]) if (file.format !== 'figures') writeFileSync(`${OUT}/${file.name}`, file.bytes);
writeFileSync(`${OUT}/index.html`, page(charts));
const archetypes = await buildArchetypes(['pptx', 'docx', 'pdf', 'deck.pdf']);
mkdirSync(SLIDES, { recursive: true });
for (const file of archetypes.files) if (file.format !== 'figures') writeFileSync(`${SLIDES}/${file.name}`, file.bytes);
const errors = [office, drawn, archetypes].flatMap((m) => m.diagnostics.filter((d) => d.severity === 'error'));
for (const d of errors) console.error(`${d.code}: ${d.message}`);
const deck = office.files.find((f) => f.format === 'pptx');
if (deck) writeFileSync(`${OUT}/scenes.json`, JSON.stringify(slideScenes(deck.bytes)));
console.log(`${charts.length} charts in ${OUT}, ${archetypes.counts.slides} slides in ${SLIDES}; ${errors.length} errors`);
if (errors.length > 0) process.exitCode = 1;
