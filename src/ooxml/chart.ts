import type { NativeChart } from '../charts/native.ts';
import { chartPart } from './chart-part.ts';
import { chartShapes } from './chart-shapes.ts';
import { addDefault, addOverride } from './content-types.ts';
import { type OfficePackage, writePart } from './package.ts';
import { addRelationship, OFFICE } from './relationships.ts';
import type { Palette } from './theme-color.ts';
import { workbook } from './workbook.ts';

const TYPES = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  shapes: 'application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export interface ChartPlace {
  /** The part that will show the chart. */
  readonly owner: string;
  readonly folder: 'ppt' | 'word';
  /** Counts from 1, unique in the package. */
  readonly number: number;
  readonly chart: NativeChart;
  readonly palette: Palette;
}

/** Adds a chart with its workbook and its drawing part; returns the relationship id for the owner's graphic frame. */
export const addChart = (pkg: OfficePackage, place: ChartPlace): string => {
  const { folder, number, chart, palette } = place;
  const part = `${folder}/charts/chart${number}.xml`;
  const book = workbook(chart.table);
  const bookPart = `${folder}/embeddings/chart${number}.xlsx`;
  writePart(pkg, part, '');
  writePart(pkg, bookPart, book.bytes);
  addDefault(pkg, 'xlsx', TYPES.workbook);
  addOverride(pkg, part, TYPES.chart);
  const bookId = addRelationship(pkg, part, `${OFFICE}/package`, bookPart);
  let drawingId: string | undefined;
  if (chart.annotations.length > 0) {
    const drawing = `${folder}/drawings/chartshapes${number}.xml`;
    writePart(pkg, drawing, chartShapes(chart.annotations, chart.language, palette));
    addOverride(pkg, drawing, TYPES.shapes);
    drawingId = addRelationship(pkg, part, `${OFFICE}/chartUserShapes`, drawing);
  }
  writePart(pkg, part, chartPart(chart, book, { workbook: bookId, drawing: drawingId }, palette));
  return addRelationship(pkg, place.owner, `${OFFICE}/chart`, part);
};

/** The graphic of a chart inside of a frame, the same for slides and documents. */
export const chartGraphic = (relationshipId: string): string =>
  `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relationshipId}"/></a:graphicData></a:graphic>`;
