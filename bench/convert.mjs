/**
 * Turns the workload of a benchmark harness into market files: one cube for each split, series for the rest, a body of prose
 * for each section. usage: node bench/convert.mjs WORKLOADS OUT
 *   WORKLOADS/*.json, WORKLOADS/batch/*.json → the same names in OUT; OUT/map.json holds the command lines for the harness.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [from, to] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const LABELS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
const NARRATIVES = { summary: 'statement', role: 'technology' };
const CUBES = { modality: 'Modality', enduser: 'End user', region: 'Region' };
const MONEY = { kind: 'money', currency: 'USD', scale: 9 };
const source = { id: 'bench' };

const statusOf = (year) => (year < 2024 ? 'actual' : year === 2024 ? 'estimate' : 'forecast');

const point = (year, cell) => {
  const period = Number(year);
  const status = statusOf(period);
  if (cell === 'undisclosed') return { period, missing: 'undisclosed', status };
  return /^-?[\d.]+$/.test(cell) ? { period, value: cell, status } : { period, missing: 'not-applicable', status };
};

const series = (id, label, unit, years, cells) => ({
  id,
  label,
  short: label,
  scope: { measure: label, area: 'world' },
  unit,
  source,
  points: years.map((y, i) => point(y, cells[i])),
});

const marketOf = (w) => {
  const tables = Object.fromEntries(w.tables.map((t) => [t.id, t]));
  const charts = Object.fromEntries(w.charts.map((c) => [c.id, c]));
  const years = tables.size.head.slice(1);
  const [size, growth, china] = tables.size.rows;
  const asia = charts.growth.series[1];
  const narrative = (s) => ({
    headline: s.heading,
    points: s.bullets.map((text, i) => ({ label: LABELS[i], text })),
    body: s.paras.join('\n\n'),
    source,
  });
  return {
    marketbrief: 1,
    id: w.id,
    title: w.meta.title,
    subtitle: w.meta.subtitle,
    shortTitle: w.meta.title,
    name: 'market',
    asOf: w.meta.date,
    areas: [{ id: 'world', label: 'World' }],
    dimensions: Object.entries(CUBES).map(([id, label]) => ({
      id,
      label,
      members: tables[id].rows
        .filter((r) => r[0] !== 'Total')
        .map((r, i) => ({ id: `m${i + 1}`, label: r[0], residual: r[0] === 'Other' })),
    })),
    sources: [{ id: 'bench', type: 'dataset', title: 'Workload of the benchmark', publisher: w.meta.author, note: w.meta.notice }],
    headline: ['size'],
    series: [
      series('size', size[0], MONEY, years, size.slice(1)),
      series('growth', growth[0], { kind: 'percent' }, years, growth.slice(1)),
      series('china', china[0], MONEY, years, china.slice(1)),
      series('asia', asia.name, { kind: 'percent' }, charts.growth.categories, asia.values.map(String)),
    ],
    cubes: Object.entries(CUBES).map(([id, label]) => ({
      id,
      label: `By ${label.toLowerCase()}`,
      short: 'Total',
      measure: 'market-size',
      area: 'world',
      unit: MONEY,
      dimensions: [id],
      periods: years.map(Number),
      statuses: years.map((y) => statusOf(Number(y))),
      source,
      rows: tables[id].rows.map((r, i) => ({ at: { [id]: r[0] === 'Total' ? 'total' : `m${i + 1}` }, values: r.slice(1) })),
    })),
    breakdowns: [
      {
        id: 'shares',
        label: 'Shares',
        of: 'size',
        dimension: 'Company',
        period: 2024,
        unit: 'percent',
        exhaustive: false,
        source,
        items: tables.players.rows.map((r, i) => ({
          id: `p${i + 1}`,
          label: r[0],
          ...(/^[\d.]+$/.test(r[3]) ? { value: r[3] } : { missing: 'not-applicable' }),
        })),
      },
    ],
    players: tables.players.rows.map((r, i) => ({ id: `p${i + 1}`, name: r[0], role: `${r[1]}; ${r[2]}`, source })),
    abbreviations: Object.fromEntries(tables.sources.rows.map((r) => [r[0], `${r[1]}; ${r[2]}`])),
    narratives: Object.fromEntries(w.sections.map((s) => [NARRATIVES[s.id] ?? s.id, narrative(s)])),
  };
};

const convert = (folder) => {
  mkdirSync(path.join(to, folder), { recursive: true });
  for (const file of readdirSync(path.join(from, folder)).filter((f) => /^(ref|\d+)\.json$/.test(f)))
    writeFileSync(path.join(to, folder, file), JSON.stringify(marketOf(JSON.parse(readFileSync(path.join(from, folder, file), 'utf8')))));
};

convert('.');
if (existsSync(path.join(from, 'batch'))) convert('batch');
const build = `{cli} build {data} --quiet --template ${path.join(here, 'template')} --out {outdir}`;
writeFileSync(
  path.join(to, 'map.json'),
  JSON.stringify({
    one: `${build} --to {fmt}`,
    all: `${build} --to pptx,docx,pdf`,
    load: '{cli} --version',
  }),
);
