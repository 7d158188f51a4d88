import { readFileSync } from 'node:fs';
import { type Compilation, compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { readInput } from '../../src/input/index.ts';
import { en } from '../../src/locale/en.ts';
import type { Market } from '../../src/market/market.ts';
import { readMarket } from '../../src/market/read.ts';
import { specOfDirective } from './directive.ts';
import { GALLERY_MARKET } from './gallery.ts';
import type { GalleryCase } from './gallery-build.ts';

let known: Market | undefined;

export const galleryMarket = (): Market => {
  const raw = known ? undefined : readInput(GALLERY_MARKET, readFileSync(GALLERY_MARKET)).value;
  known ??= raw && readMarket(raw).value;
  if (!known) throw new Error('the market of the gallery is not valid');
  return known;
};

/** A chart of the gallery compiled for a frame, apart from any document. */
export const galleryChart = (
  { kind, id, attributes }: GalleryCase,
  frame: { readonly width: number; readonly height: number },
  medium: 'deck' | 'report',
): Compilation & { readonly ledger: LedgerDraft } => {
  const ledger = openLedger(galleryMarket());
  const { spec, diagnostics } = specOfDirective(ledger, kind, id, attributes);
  if (!spec || diagnostics.length > 0)
    throw new Error(`${id} is not drawn as it is written: ${diagnostics.map((d) => d.message).join('; ')}`);
  return { ...compileChart(spec, { ledger, locale: en, frame, scale: medium === 'deck' ? DECK_SCALE : REPORT_SCALE }), ledger };
};
