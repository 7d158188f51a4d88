import { readFileSync } from 'node:fs';
import { type Compilation, compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { readInput } from '../../src/input/index.ts';
import { en } from '../../src/locale/en.ts';
import { readMarket } from '../../src/market/read.ts';
import { specOfDirective } from './directive.ts';
import { GALLERY_MARKET } from './gallery.ts';
import type { GalleryCase } from './gallery-build.ts';

let opened: LedgerDraft | undefined;

/** The gallery's figures before any chart asks for more: a copy, so that one chart's derivations are not another's. */
export const galleryLedger = (): LedgerDraft => {
  if (!opened) {
    const raw = readInput(GALLERY_MARKET, readFileSync(GALLERY_MARKET)).value;
    const market = raw && readMarket(raw).value;
    if (!market) throw new Error('the market of the gallery is not valid');
    opened = openLedger(market);
  }
  const { figures, groups, sets, grids, bodies, publishers, names } = opened;
  return {
    figures: new Map(figures),
    groups: new Map(groups),
    sets: new Map(sets),
    grids: new Map(grids),
    bodies: new Map(bodies),
    publishers,
    names,
  };
};

/** A chart of the gallery compiled for a frame, apart from any document. */
export const galleryChart = (
  { kind, id, attributes }: GalleryCase,
  frame: { readonly width: number; readonly height: number },
  medium: 'deck' | 'report',
  valuePerPoint?: number,
): Compilation & { readonly ledger: LedgerDraft } => {
  const ledger = galleryLedger();
  const { spec, diagnostics } = specOfDirective(ledger, kind, id, attributes);
  if (!spec || diagnostics.length > 0)
    throw new Error(`${id} is not drawn as it is written: ${diagnostics.map((d) => d.message).join('; ')}`);
  const scale = medium === 'deck' ? DECK_SCALE : REPORT_SCALE;
  return { ...compileChart(spec, { ledger, locale: en, frame, scale, ...(valuePerPoint === undefined ? {} : { valuePerPoint }) }), ledger };
};
