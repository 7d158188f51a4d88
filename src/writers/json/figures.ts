import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure, FigureGroup, Ledger } from '../../figures/ledger.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Printed } from '../writer.ts';

export interface SourceRecord {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly publisher: string;
  readonly url?: string;
}

/** A block of the template that only one medium shows: the reason why a figure may stand in the deck alone, or the report. */
export interface OnlyIn {
  readonly medium: 'deck' | 'report';
  readonly section: string;
  readonly slide: string;
  readonly block: string;
  readonly figures: readonly string[];
}

export interface FiguresInput {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly ledger: Ledger;
  readonly locale: Locale;
  readonly sources: readonly SourceRecord[];
  readonly areas: readonly { readonly id: string; readonly label: string; readonly code?: string }[];
  /** The finished files these figures are printed in: another file of the folder is of another build. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** By format, in the order of the files. */
  readonly printed: Readonly<Record<string, readonly Printed[]>>;
  readonly onlyIn: readonly OnlyIn[];
  /** Numbered headings of the report: their numbers are no figures. */
  readonly headings: readonly { readonly number: string; readonly text: string }[];
  readonly findings: readonly Diagnostic[];
  readonly counts: Readonly<Record<string, number>>;
}

const quantityFields = (figure: Figure): Readonly<Record<string, unknown>> => {
  const { quantity } = figure;
  if (quantity.kind === 'undisclosed') return { undisclosed: quantity.reason };
  const qualifier = quantity.qualifier === undefined ? {} : { qualifier: quantity.qualifier };
  return quantity.kind === 'range'
    ? { low: quantity.low, high: quantity.high, decimals: quantity.decimals, ...qualifier }
    : { value: quantity.value, decimals: quantity.decimals, ...qualifier };
};

const originOf = (figure: Figure, sources: readonly SourceRecord[]): Readonly<Record<string, unknown>> => {
  const { origin } = figure;
  if (origin.kind === 'derived') return { rule: origin.rule, from: origin.from };
  if (origin.kind === 'editorial') return { editorial: true };
  const source = sources.find((s) => s.id === origin.citation.source);
  return { source: origin.citation.source, number: source?.number, locator: origin.citation.locator, asPrinted: origin.citation.asPrinted };
};

const placesOf = (
  figure: Figure,
  printed: FiguresInput['printed'],
): Readonly<Record<string, readonly { readonly text: string; readonly where: string }[]>> =>
  Object.fromEntries(
    Object.entries(printed).flatMap(([format, list]) => {
      const places = list.filter((p) => p.figure === figure.id).map((p) => ({ text: p.text, where: p.where }));
      return places.length === 0 ? [] : [[format, places]];
    }),
  );

/** What a series measures and where: the area by name, and the source's own words on what is counted. */
const scopeOf = (scope: NonNullable<FigureGroup['scope']>, input: FiguresInput): Readonly<Record<string, unknown>> => {
  const area = input.areas.find((a) => a.id === scope.area);
  return { ...scope, area: area ? { id: area.id, label: area.label, code: area.code } : { id: scope.area } };
};

/** figures.json: every figure with its value, origin, and where each file prints it. Keys in a fixed order. */
export const figuresJson = (input: FiguresInput): string => {
  const figures = [...input.ledger.figures.values()].map((f) => ({
    id: f.id,
    label: f.label,
    ...quantityFields(f),
    unit: input.locale.unit(f.unit),
    ...(f.unit.kind === 'money' && f.unit.prices !== undefined ? { prices: f.unit.prices } : {}),
    period: input.locale.years(f.period.from, f.period.to),
    status: f.status,
    ...(f.confidence === undefined ? {} : { confidence: f.confidence }),
    ...(f.note === undefined ? {} : { note: f.note }),
    origin: originOf(f, input.sources),
    printed: placesOf(f, input.printed),
  }));
  const series = [...input.ledger.groups.values()].flatMap((g) =>
    g.scope ? [{ id: g.id, label: g.label, ...scopeOf(g.scope, input) }] : [],
  );
  const findings = input.findings.map((d) => ({
    code: d.code,
    severity: d.severity,
    message: d.message,
    ...(d.span ? { line: d.span.start.line } : {}),
  }));
  const { id: briefing, title, date, files, counts, sources, onlyIn, headings } = input;
  return `${JSON.stringify({ briefing, title, date, files, counts, sources, series, onlyIn, headings, findings, figures }, null, 2)}\n`;
};
