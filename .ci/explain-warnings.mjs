// Every finding of the cross-check must have a reason that figures.json or the files themselves give: a number drawn by a
// native chart (its cached values, drawing part or alternative text hold it), a heading number of the report, a figure or a
// chart of a block that the template marks for the deck or the report alone, or a value that is printed rounded. usage: explain-warnings.mjs FOLDER < cross-check --json
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

/** Decimals of the first number of a text. */
const decimalsOf = (text) => /\d(?:\.(\d+))?(?!\d)/.exec(text.replaceAll(',', ''))?.[1]?.length ?? 0;

/** Values of charts on two axes that are places, not figures. */
const places = readdirSync(folder)
  .filter((f) => /\.(pptx|docx)$/.test(f))
  .flatMap((f) => Object.entries(unzipSync(readFileSync(path.join(folder, f)))))
  .filter(([name]) => /charts\/chart[^/]*\.xml$/.test(name))
  .flatMap(([, bytes]) => [...Buffer.from(bytes).toString('utf8').matchAll(/<c:yVal>(.*?)<\/c:yVal>/gs)])
  .flatMap(([, xml]) => [...xml.matchAll(/<c:v>([^<]*)</g)].map((m) => Number(m[1])));

/** A charted value that the PDF prints rounded, or that is a place on a plane. */
const unseenReason = (value) => {
  const rounded = figures.some((f) =>
    (f.printed.pdf ?? []).some((p) => numbersIn(p.text).some((n) => Math.abs(n - Math.abs(value)) <= 0.5001 / 10 ** decimalsOf(p.text))),
  );
  if (places.includes(value)) return 'a place on the plane of a chart';
  return rounded ? 'printed rounded' : undefined;
};

const RULES = {
  'number-missing': (message) => {
    const match = /^(\S+) \("(.*)"\) is not in (.*)$/s.exec(message);
    return match ? numberReason(match[1], match[2], match[3]) : undefined;
  },
  'number-conflict': (message) => {
    const match = /^(\S+) \("(.*)"\) but (\S+) has /s.exec(message);
    return match ? numberReason(match[1], match[2], match[3]) : undefined;
  },
  'chart-missing': (message) => {
    const match = / is not in (\S+)$/.exec(message);
    return match ? chartReason(match[1]) : undefined;
  },
  'chart-unseen': (message) => {
    const match = / = (\S+) is not shown in \S+$/.exec(message);
    return match ? unseenReason(Number(match[1])) : undefined;
  },
  /** Sums of the same parts in another order. */
  'chart-conflict': (message) => {
    const pairs = [...message.matchAll(/, ([\d.e+-]+), ([\d.e+-]+)\)/g)].map((m) => [Number(m[1]), Number(m[2])]);
    return pairs.length > 0 && pairs.every(([x, y]) => Math.abs(x - y) <= 1e-9 * Math.abs(x)) ? 'equal to the last digits of a sum' : undefined;
  },
  undisclosed: (message) => {
    const format = /\.(\w+)$/.exec(message)?.[1];
    return figures.some((f) => f.quantity?.kind !== 'value' && (f.printed[format] ?? []).some((p) => /^n\/[da]/.test(p.text)))
      ? 'withheld, and printed n/d'
      : undefined;
  },
};

const reason = ({ rule, message }) => RULES[rule]?.(message);

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
