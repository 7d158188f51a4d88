import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/build/options.ts';
import type { NativeChart } from '../../src/charts/native.ts';
import type { FigureForm, Quantity } from '../../src/figures/ledger.ts';
import { en } from '../../src/locale/en.ts';
import { staleCaches } from '../../src/verify/chart-data.ts';
import { readOffice } from '../../src/verify/office-text.ts';
import { readPdf } from '../../src/verify/pdf-text.ts';
import { fileOf } from '../support/build.ts';
import { EVERY_CASE, galleryHeat } from '../support/gallery.ts';
import { buildGallery, type GalleryCase, galleryCases, NOT_IN_PDF } from '../support/gallery-build.ts';
import { galleryChart } from '../support/gallery-charts.ts';
import { heatCells } from '../support/heat-dump.ts';
import { cachesIn, sheetIn, tableRows } from '../support/office.ts';
import { type OfficeChart, reportCharts, slideCharts } from '../support/office-charts.ts';
import { pageTexts } from '../support/pdf.ts';
import { columnLetters, shown } from '../support/spreadsheet.ts';
import { allElements, elements, textOf, type XmlElement } from '../support/xml.ts';

let office: Compilation;
let drawn: Compilation;
const charts: { deck: readonly OfficeChart[]; report: readonly OfficeChart[] } = { deck: [], report: [] };
let pages: readonly (readonly string[])[] = [];

beforeAll(async () => {
  [office, drawn] = await Promise.all([buildGallery(['pptx', 'docx']), buildGallery(['pdf'], NOT_IN_PDF)]);
  charts.deck = slideCharts(fileOf(office, 'pptx'));
  charts.report = reportCharts(fileOf(office, 'docx'));
  pages = pageTexts(fileOf(drawn, 'pdf'));
}, 120_000);

const MEDIA = ['deck', 'report'] as const;
type Medium = (typeof MEDIA)[number];

const CASES = galleryCases();
const rows = CASES.map((one, i) => [one.kind, one.name, one, i] as const);
const inOffice = rows.flatMap(([kind, name, one, i]) => MEDIA.map((medium) => [kind, name, medium, one, i] as const));

const finished = (medium: Medium, index: number): OfficeChart => {
  const chart = charts[medium][index];
  if (!chart) throw new Error(`the ${medium} has no chart ${index + 1}`);
  return chart;
};

/** How much value a point of the finished chart stands for: in the report charts of a section share it. */
const scaleOf = ({ chart, frame }: OfficeChart): number | undefined => {
  const number = (parent: XmlElement | undefined, name: string): number =>
    Number((parent && allElements(parent, name)[0])?.attributes['val'] ?? Number.NaN);
  const axis = allElements(chart, 'c:valAx')[0];
  const layout = allElements(chart, 'c:manualLayout')[0];
  const lying = allElements(chart, 'c:barDir')[0]?.attributes['val'] === 'bar';
  const length = lying ? number(layout, 'c:w') * frame.w : number(layout, 'c:h') * frame.h;
  const scale = (number(axis, 'c:max') - number(axis, 'c:min')) / length;
  return Number.isFinite(scale) ? scale : undefined;
};

/** The same chart compiled for the frame and the scale the finished file gives it. */
const compiledFor = (medium: Medium, one: GalleryCase, index: number) => {
  const { frame } = finished(medium, index);
  const scale = medium === 'report' ? scaleOf(finished(medium, index)) : undefined;
  return galleryChart(one, { width: frame.w, height: frame.h }, medium, scale);
};

/** The numbers a figure can be drawn as; `negative` for bars that point left. */
const numbersOf = (quantity: Quantity | undefined): readonly number[] => {
  if (quantity?.kind === 'value') return [quantity.value, -quantity.value];
  return quantity?.kind === 'range' ? [quantity.low, -quantity.low, quantity.high] : [];
};

const FORMS: readonly FigureForm[] = ['value', 'long', 'bare', 'plain'];
const plain = (text: string): string => text.replaceAll('\u2212', '-');

/** Whether a text is a figure as locale prints it, with fixed words around it at most. */
const prints = (text: string, id: string, built: Compilation): boolean => {
  const figure = built.ledger.figures.get(id);
  return figure !== undefined && FORMS.some((form) => plain(text).includes(plain(en.print(figure, form))));
};

/** The labels of a series in a finished chart part as Office shows them, by point: the cached value in the label's format. */
const labelsIn = (series: XmlElement): ReadonlyMap<number, string> => {
  const values = elements(series).find((e) => e.name === 'c:val' || e.name === 'c:yVal');
  const cache = new Map(values ? allElements(values, 'c:pt').map((p) => [Number(p.attributes['idx']), Number(textOf(p))]) : []);
  return new Map(
    allElements(series, 'c:dLbl').flatMap((label): readonly (readonly [number, string])[] => {
      const index = Number(elements(label, 'c:idx')[0]?.attributes['val']);
      const code = elements(label, 'c:numFmt')[0]?.attributes['formatCode'];
      const rich = elements(label, 'c:tx').map(textOf).join('');
      const value = cache.get(index);
      if (code === undefined || value === undefined) return [];
      return [[index, rich === '' ? shown(value, code) : rich]];
    }),
  );
};

const HEATS = Object.entries(galleryHeat().cases).map(([name, attributes]) => [name, heatCells(attributes)] as const);

/** Spaces that hold together are spaces. */
const oneSpace = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');

const nativeSeries = ({ layers }: NativeChart) => layers.flatMap((layer) => layer.series);

describe('the finished gallery', () => {
  it('was built without an error, and holds every chart in each file', () => {
    expect([office, drawn].flatMap((b) => b.diagnostics.filter((d) => d.severity === 'error'))).toEqual([]);
    expect([charts.deck.length, charts.report.length]).toEqual([CASES.length, CASES.length]);
    const alts = (medium: Medium) => CASES.map((one, i) => compiledFor(medium, one, i).chart.alt);
    expect(charts.deck.map((c) => c.alt)).toEqual(alts('deck'));
    expect(charts.report.map((c) => c.alt)).toEqual(alts('report'));
  });

  it.each(rows)('has one workbook for %s, case %s, in deck and report, byte for byte', (_, __, ___, i) => {
    expect(finished('deck', i).workbook.length).toBeGreaterThan(500);
    expect(Buffer.compare(finished('deck', i).workbook, finished('report', i).workbook)).toBe(0);
  });

  it.each(inOffice)('holds in the cells of %s, case %s, in the %s what the ledger says', (_, __, medium, one, i) => {
    const { chart } = compiledFor(medium, one, i);
    const sheet = sheetIn(finished(medium, i).workbook);
    const wrong = chart.native.table.columns.flatMap((column, c) =>
      column.cells.flatMap((cell, r) => {
        const at = `${columnLetters(c)}${r + 2}`;
        const found = sheet.get(at);
        const wanted = cell.kind === 'empty' ? undefined : cell.kind === 'text' ? cell.text : String(cell.value);
        if (found?.value !== wanted) return [`${at} holds ${found?.value} instead of ${wanted}`];
        const figure = cell.kind === 'number' ? cell.figure : undefined;
        const values = figure === undefined ? [Number(found?.value)] : numbersOf(office.ledger.figures.get(figure)?.quantity);
        return values.includes(Number(found?.value)) || cell.kind !== 'number' ? [] : [`${at} holds ${found?.value} for ${figure}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(inOffice)('caches in %s, case %s, in the %s what its cells hold', (_, __, medium, ___, i) => {
    const { chart, workbook } = finished(medium, i);
    const sheet = sheetIn(workbook);
    const caches = cachesIn(chart);
    expect(caches.length).toBeGreaterThan(1);
    const wrong = caches.flatMap(({ formula, values }) => {
      const [, column = '', from = '', to = from] = /^Data!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? [];
      const rowsNamed = Array.from({ length: Number(to) - Number(from) + 1 }, (_x, row) => row);
      return rowsNamed.flatMap((row) => {
        const cell = sheet.get(`${column}${Number(from) + row}`)?.value;
        return values.get(row) === cell ? [] : [`${formula} row ${row} caches ${values.get(row)} of ${cell}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each(inOffice)('labels %s, case %s, in the %s as locale prints the figures', (_, __, medium, one, i) => {
    const { native } = compiledFor(medium, one, i).chart;
    const series = allElements(finished(medium, i).chart, 'c:ser');
    expect(series.length).toBe(nativeSeries(native).length);
    const wrong = nativeSeries(native).flatMap(({ points }, s) => {
      const labels = labelsIn(series[s] ?? { name: '', attributes: {}, children: [] });
      return points.flatMap(({ index, label }) => {
        if (!label) return labels.has(index) ? [`point ${index} of series ${s} has a label`] : [];
        const text = labels.get(index) ?? '';
        if (plain(text) !== plain(label.text)) return [`point ${index} of series ${s} shows "${text}" instead of "${label.text}"`];
        return label.figure === undefined || prints(text, label.figure, office) ? [] : [`"${text}" for ${label.figure}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each(rows.filter(([, name]) => !NOT_IN_PDF.includes(name)))(
    'prints %s, case %s, in the PDF as locale prints the figures',
    (_, __, one, i) => {
      const inChart = (drawn.printed.pdf ?? []).flatMap((p) => {
        const [, page, where] = /^page (\d+), chart (\S+)$/.exec(p.where) ?? [];
        return where === one.id ? [{ ...p, page: Number(page) }] : [];
      });
      // What the PDF draws is what deck and report print; a page that is narrower may leave some labels out.
      // It lacks some charts, so that its scales are others: at its own, a chart has all labels that any scale leaves it.
      const { frame } = finished('report', i);
      const printed = galleryChart(one, { width: frame.w, height: frame.h }, 'report').chart.printed.map((p) => p.figure);
      expect(inChart.map((p) => p.figure).filter((id) => !printed.includes(id))).toEqual([]);
      expect(inChart.length > 0).toBe(printed.length > 0);
      expect(inChart.filter((p) => !prints(p.text, p.figure, drawn)).map((p) => `"${p.text}" for ${p.figure}`)).toEqual([]);
      const missing = inChart.filter((p) => !pages[p.page - 1]?.includes(p.text));
      expect(missing.map((p) => `"${p.text}" is not on page ${p.page}`)).toEqual([]);
    },
  );

  it('shows every heat matrix as a native table, cell by cell, in deck and report', () => {
    const wanted = HEATS.flatMap(
      ([
        ,
        {
          rows: [, ...body],
        },
      ]) => body.map((row) => row.map((c) => oneSpace(c.text))),
    );
    const read = (format: 'pptx' | 'docx', part: RegExp, prefix: 'a' | 'w') =>
      tableRows(fileOf(office, format), part, prefix).map((row) => row.map(oneSpace));
    expect(HEATS.length).toBeGreaterThanOrEqual(EVERY_CASE.length);
    expect(read('pptx', /^ppt\/slides\/slide(\d+)\.xml$/, 'a')).toEqual(wanted);
    expect(read('docx', /^word\/document\.xml$/, 'w')).toEqual(wanted);
  });

  it.each(HEATS.filter(([name]) => !NOT_IN_PDF.includes(name)))(
    'prints the heat matrix, case %s, row by row in the PDF',
    (_, { rows: [, ...body] }) => {
      const texts = pages.map((page) => page.map(oneSpace).join(' '));
      const figures = body.map((row) =>
        row
          .slice(1)
          .map((c) => oneSpace(c.text))
          .join(' '),
      );
      expect(figures.filter((row) => !texts.some((page) => page.includes(row)))).toEqual([]);
    },
  );

  it('reads the same with the readers of the program', () => {
    for (const format of ['pptx', 'docx'] as const) expect(readOffice(fileOf(office, format)).charts.flatMap((c) => c.stale)).toEqual([]);
    expect(staleCaches('<c:f>Data!$A$1</c:f><c:strCache></c:strCache>', finished('deck', 0).workbook)).toHaveLength(1);
    const text = readPdf(fileOf(drawn, 'pdf'));
    const missing = pages.flat().filter((t) => !text.includes(t.replace(/\s+/g, '')));
    expect(missing).toEqual([]);
  });
});
