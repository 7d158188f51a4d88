import type { BlockOf, Inline } from '../../src/document/document.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { drawingsOf } from '../../src/figures/drawn/index.ts';
import { findFigure } from '../../src/figures/find.ts';
import { en } from '../../src/locale/en.ts';
import { type ChartAttributes, heatDirective } from './gallery.ts';
import { galleryLedger } from './gallery-charts.ts';

/** A heat matrix of the gallery as texts, with the share of the largest value by which a cell is shaded. */
export interface HeatCells {
  readonly caption: string;
  /** The header first. */
  readonly rows: readonly (readonly { readonly text: string; readonly weight?: number }[])[];
}

export const heatCells = (attributes: ChartAttributes): HeatCells => {
  const draft = galleryLedger();
  const text = `# Section\n\n## Slide\n\n${heatDirective('heat', attributes)}\n`;
  const { value, diagnostics } = parseDocument({ text, slots: [], lines: [], files: ['template'], ...drawingsOf(draft) });
  const table = value[0]?.subsections[0]?.blocks.find((b): b is BlockOf<'table'> => b.kind === 'table');
  if (!table || diagnostics.length > 0) throw new Error(`not drawn as it is written: ${diagnostics.map((d) => d.message).join('; ')}`);
  const printed = (inlines: readonly Inline[]): string =>
    inlines
      .map((i) => {
        if (i.kind === 'text') return i.text;
        const figure = i.kind === 'figure' ? findFigure(draft, i.figure) : undefined;
        return figure && i.kind === 'figure' ? en.print(figure, i.form) : '';
      })
      .join('');
  return {
    caption: `${printed(table.caption)}, ${printed(table.subtitle)}`,
    rows: [
      table.columns.map((c) => ({ text: printed(c.header) })),
      ...table.rows.map((r) =>
        r.cells.map((cell, i) => {
          const weight = r.weights?.[i];
          return { text: printed(cell), ...(weight === undefined ? {} : { weight }) };
        }),
      ),
    ],
  };
};

/** One line a row; behind a shaded cell its share of the largest. */
export const dumpHeat = ({ caption, rows }: HeatCells): string =>
  [
    caption,
    ...rows.map((r) => r.map((c) => (c.weight === undefined ? c.text : `${c.text} (${Math.round(c.weight * 100)}%)`)).join(' | ')),
  ].join('\n');
