// Every warning of the cross-check must have a reason that figures.json or the files themselves give: a number drawn by a
// native chart (its cached values, drawing part or alternative text hold it), a heading number of the report, or a figure of
// a block that the template marks for the deck or the report alone. usage: explain-warnings.mjs FOLDER < cross-check --json
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';

const folder = process.argv[2];
const { findings } = JSON.parse(readFileSync(0, 'utf8'));
const { figures, onlyIn, headings } = JSON.parse(readFileSync(path.join(folder, 'figures.json'), 'utf8'));

const digits = (text) => text.replace(/[,\u00a0\s]/g, '').replaceAll('\u2212', '-');
const SCALES = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };
/** The numbers of a text, as they stand and in full where a word of magnitude follows. */
const numbersIn = (text) => {
  const plain = text.replace(/(\d),(?=\d{3})/g, '$1').replaceAll('\u2212', '-');
  return [...plain.matchAll(/(\d+(?:\.\d+)?)(?:[\s\u00a0]*(thousand|million|billion|bn|m|k)\b)?/g)].flatMap(([, number, scale]) =>
    scale === undefined ? [Number(number)] : [Number(number), Number((Number(number) * SCALES[scale]).toPrecision(12))],
  );
};

/** What the charts of an Office file hold: cached values and categories, texts of drawing parts, alternative texts. */
const chartNumbers = (file) => {
  const texts = [];
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    if (!/\.xml$/.test(name)) continue;
    const xml = Buffer.from(bytes).toString('utf8');
    if (/charts\/[^/]+\.xml$|drawings\/[^/]+\.xml$/.test(name)) texts.push(...[...xml.matchAll(/<(?:c:v|a:t)>([^<]*)</g)].map((m) => m[1]));
    for (const m of xml.matchAll(/ descr="([^"]*)"/g)) texts.push(m[1]);
  }
  return new Set(texts.flatMap(numbersIn));
};
const charts = new Map(
  readdirSync(folder)
    .filter((f) => /\.(pptx|docx)$/.test(f))
    .map((f) => [f, chartNumbers(path.join(folder, f))]),
);

/** Speaker notes are spoken: the cross-check reads what is shown. */
const shownIn = (figure, format) => figure.printed[format]?.some((p) => !/\bnotes$/.test(p.where)) ?? false;

const FORMATS = { deck: ['pptx'], report: ['docx', 'pdf'] };

const isHeading = (number) => headings.some((h) => h.number === number);

/** The number of a heading, alone or in the contents between page numbers and leaders. */
const isHeadingNumber = (shown, context) =>
  isHeading(shown) &&
  context
    .replace(/\.{3,}/g, ' ')
    .trim()
    .split(/\s+/)
    .every((word) => isHeading(word) || /^\d+$/.test(word));

const reason = (finding) => {
  const match = /^(\S+) \("(.*)"\) is not in (.*)$/s.exec(finding.message);
  if (finding.rule !== 'number-missing' || !match) return undefined;
  const [, shown, context, target] = match;
  const value = Number(digits(shown).replace('%', ''));
  const file = path.basename(target);
  if (charts.get(file)?.has(value)) return 'drawn by a native chart';
  if (isHeadingNumber(shown, context)) return 'number of a report heading';
  const format = path.extname(target).slice(1);
  const alone = onlyIn.filter((b) => !FORMATS[b.medium].includes(format)).flatMap((b) => b.figures);
  const figure = figures.find(
    (f) => alone.includes(f.id) && !shownIn(f, format) && Object.values(f.printed).some((p) => p.some((x) => numbersIn(x.text).includes(value))),
  );
  return figure && `"${figure.id}" stands in a block for one medium alone`;
};

const counts = new Map();
let unexplained = 0;
for (const finding of findings) {
  const why = finding.severity === 'warning' ? reason(finding) : undefined;
  if (why === undefined) {
    unexplained++;
    console.error(`${finding.severity}: ${finding.message}`);
  } else counts.set(why, (counts.get(why) ?? 0) + 1);
}
for (const [why, count] of counts) console.log(`${count} × ${why}`);
if (unexplained > 0) {
  console.error(`${unexplained} findings of the cross-check have no reason`);
  process.exit(1);
}
