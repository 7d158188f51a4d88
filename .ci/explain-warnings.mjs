// Every warning of the cross-check must have a reason that figures.json or the files themselves give: a number drawn by a
// native chart (its cached values, drawing part or alternative text hold it), a heading number of the report, or a
// figure or a chart of a block that the template marks for the deck or the report alone. usage: explain-warnings.mjs FOLDER < cross-check --json
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

/** Figures of blocks that the template keeps from a format. */
const keptFrom = (format) => new Set(onlyIn.filter((b) => !FORMATS[b.medium].includes(format)).flatMap((b) => b.figures));

/** A number that one file shows and another does not. */
const numberReason = (shown, context, target) => {
  const value = Math.abs(Number(digits(shown).replace('%', '')));
  const [file, format] = [path.basename(target), path.extname(target).slice(1)];
  // A chart draws millions as they stand under its unit.
  const drawn = [1, ...Object.values(SCALES)].some((scale) => charts.get(file)?.has(Number((value / scale).toPrecision(12))));
  if (drawn) return 'drawn by a native chart';
  if (/\bmarketbrief \d/.test(context)) return 'version of the program in the imprint';
  if (/^100(?:\.0)?%$/.test(shown)) return 'the whole as a share of itself';
  if (isHeadingNumber(shown, context)) return 'number of a report heading';
  const prints = (f, places) => places?.some((x) => numbersIn(x.text).includes(value)) ?? false;
  if (figures.some((f) => prints(f, f.printed[format]))) return 'told in notes, a chart or its workbook';
  const alone = keptFrom(format);
  const figure = figures.find((f) => alone.has(f.id) && !shownIn(f, format) && Object.values(f.printed).some((p) => prints(f, p)));
  return figure && `"${figure.id}" stands in a block for one medium alone`;
};

const CHART = /, chart ([a-z0-9.-]+)/;
const chartsOf = (format) => new Set(figures.flatMap((f) => (f.printed[format] ?? []).flatMap((p) => CHART.exec(p.where)?.[1] ?? [])));

/** Every chart that the target lacks draws figures of blocks for the other medium alone. What both draw, the build compares itself. */
const chartReason = (target) => {
  const format = path.extname(target).slice(1);
  const own = chartsOf(format);
  const other = format === 'pptx' ? 'docx' : 'pptx';
  const lacking = [...chartsOf(other)].filter((id) => !own.has(id));
  const alone = keptFrom(format);
  const isAlone = (id) =>
    figures.every((f) => alone.has(f.id) || !(f.printed[other] ?? []).some((p) => CHART.exec(p.where)?.[1] === id));
  return lacking.length > 0 && lacking.every(isAlone) ? 'stands in a chart for one medium alone' : undefined;
};

const RULES = {
  'number-missing': (message) => {
    const match = /^(\S+) \("(.*)"\) is not in (.*)$/s.exec(message);
    return match ? numberReason(match[1], match[2], match[3]) : undefined;
  },
  'chart-missing': (message) => {
    const match = / is not in (\S+)$/.exec(message);
    return match ? chartReason(match[1]) : undefined;
  },
};

/** An error has no excuse. */
const reason = ({ severity, rule, message }) => (severity === 'warning' ? RULES[rule]?.(message) : undefined);

const counts = new Map();
let unexplained = 0;
for (const finding of findings) {
  const why = reason(finding);
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
