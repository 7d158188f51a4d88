/**
 * Builds output/gallery/: one deck, one report, one PDF and one page of SVG with every kind of chart and every case of
 * test/gallery. The PDF's fonts have no Chinese: the case with Chinese names is left out of it and stands in the other files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from '../src/build/compile.ts';
import type { Format } from '../src/build/options.ts';
import { nodeEnv } from '../src/env/node.ts';
import { directiveOf, GALLERY_MARKET, type GalleryKind, galleryKinds } from '../test/support/gallery.ts';

const OUT = 'output/gallery';

const template = (kinds: readonly GalleryKind[], leaveOut: readonly string[]): string =>
  kinds
    .map(({ kind, title, cases }) => {
      const slides = Object.entries(cases)
        .filter(([name]) => !leaveOut.includes(name))
        .map(([name, attributes]) => `## ${title}: the case “${name}”\n\n${directiveOf(kind, `${kind}-${name}`, attributes)}\n`);
      return [`# ${title}`, ...slides].join('\n\n');
    })
    .join('\n\n');

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const page = (charts: readonly { readonly name: string; readonly svg: string }[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery of charts</title>
<style>body{font:14px/1.5 Arial,sans-serif;margin:2rem;color:#1a2433}figure{margin:0 0 3rem}figcaption{font-weight:700;margin-bottom:.5rem}</style></head>
<body><h1>Gallery of charts</h1>
${charts.map((c) => `<figure id="${c.name}"><figcaption>${escaped(c.name)}</figcaption>${c.svg}</figure>`).join('\n')}
</body></html>
`;

const build = async (formats: readonly Format[], leaveOut: readonly string[]) => {
  const folder = `${OUT}/template-${formats.join('-')}`;
  mkdirSync(`${folder}/words`, { recursive: true });
  writeFileSync(`${folder}/briefing.md.hbs`, template(galleryKinds(), leaveOut));
  writeFileSync(`${folder}/words/en.yml`, readFileSync('templates/market-briefing/words/en.yml'));
  const made = await compile(
    { path: GALLERY_MARKET, bytes: readFileSync(GALLERY_MARKET) },
    { formats, template: `./${folder}` },
    nodeEnv(),
  );
  for (const d of made.diagnostics) if (d.severity === 'error') console.error(`${d.code}: ${d.message}`);
  return made;
};

const office = await build(['pptx', 'docx'], []);
const drawn = await build(['pdf'], ['cjk']);
const scenes = await build(['svg'], []);
for (const file of [...office.files, ...drawn.files]) if (file.format !== 'figures') writeFileSync(`${OUT}/${file.name}`, file.bytes);
const charts = scenes.files
  .filter((f) => f.format === 'svg')
  .map((f) => ({ name: f.name.replace(/^svg\/|\.svg$/g, ''), svg: new TextDecoder().decode(f.bytes) }));
mkdirSync(`${OUT}/svg`, { recursive: true });
for (const { name, svg } of charts) writeFileSync(`${OUT}/svg/${name}.svg`, svg);
writeFileSync(`${OUT}/index.html`, page(charts));
const errors = [office, drawn, scenes].flatMap((m) => m.diagnostics.filter((d) => d.severity === 'error'));
console.log(`${charts.length} charts in ${OUT}; ${errors.length} errors`);
if (errors.length > 0) process.exitCode = 1;
