import type { ColorToken } from '../charts/paint.ts';
import { textWidth } from '../fonts/measure.ts';
import type { Flow } from './flow.ts';
import { STYLES } from './flow.ts';
import { linesAt, settled } from './line-ends.ts';
import type { Run } from './text.ts';

/** A bar of the cover: its left edge and width from the left of the bars' area, and its height. */
export interface CoverBar {
  readonly x: number;
  readonly w: number;
  readonly h: number;
  readonly color: ColorToken;
}

/** Part of a bar's pitch that it fills. */
const FILLED = 0.8;

/** The bars right-aligned in their area. They stand on the page's foot, at zero: a bar of half the value is half as high. */
export const coverBars = (
  shares: readonly number[],
  area: { readonly w: number; readonly h: number; readonly mostPitch: number },
): readonly CoverBar[] => {
  const pitch = Math.min(area.mostPitch, area.w / Math.max(1, shares.length));
  const last = shares.length - 1;
  return shares.map((share, i) => ({
    x: area.w - (shares.length - i) * pitch + pitch * (1 - FILLED),
    w: pitch * FILLED,
    h: share * area.h,
    color: i === last ? 'forecast' : i >= last - 2 ? 'hatch' : 'blue',
  }));
};

/** A text of the report's cover, placed from the top left corner of the page. Points. */
export interface CoverText {
  readonly role: 'label' | 'title' | 'subtitle' | 'fact' | 'confidentiality';
  readonly lines: readonly string[];
  readonly x: number;
  readonly top: number;
  readonly w: number;
  readonly size: number;
  readonly leading: number;
  readonly bold: boolean;
  readonly color: ColorToken;
}

export interface CoverPlan {
  readonly texts: readonly CoverText[];
  readonly bars: readonly (CoverBar & { readonly y: number })[];
  /** ILLUSTRATIVE, DRAFT: framed at the top right. */
  readonly sticker?: { readonly run: Run; readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

const AT = { label: 110, title: 146, facts: 470, fromFoot: 60, sticker: 40 } as const;
const GAP = 14;
const TITLE_WIDTH = 400;
const BARS = { w: 336, h: 234, mostPitch: 48 } as const;
const STICKER = { size: 10, h: 18, pad: 12 } as const;

/** The cover of the report, for Word and PDF alike. */
export const coverPlan = (flow: Flow): CoverPlan => {
  const { cover, page } = flow;
  const x = page.margin.left;
  const text = (
    role: CoverText['role'],
    content: string,
    top: number,
    look: Pick<CoverText, 'size' | 'leading' | 'bold' | 'color'>,
    w: number,
  ): CoverText => {
    const run: Run = { text: content, bold: look.bold, italic: false, size: look.size, color: look.color };
    const lines = linesAt(settled([run], w), w).map((l) => l.pieces.map((p) => p.text).join(''));
    return { role, lines, x, top, w, ...look };
  };
  const below = (t: CoverText): number => t.top + t.lines.length * t.leading;
  const { size, leading } = STYLES.coverTitle;
  const label = text('label', cover.label, AT.label, { size: 12, leading: 16, bold: true, color: 'coverMuted' }, TITLE_WIDTH);
  const title = text('title', cover.title, AT.title, { size, leading, bold: true, color: 'coverText' }, TITLE_WIDTH);
  const subtitle = text(
    'subtitle',
    cover.subtitle,
    below(title) + GAP,
    { size: 15, leading: 20, bold: false, color: 'coverText' },
    TITLE_WIDTH,
  );
  const facts: CoverText[] = [];
  for (const fact of [
    cover.preparedFor === undefined ? undefined : `${flow.words.preparedFor} ${cover.preparedFor}`,
    cover.date,
    cover.edition,
  ]) {
    if (fact === undefined) continue;
    const last = facts.at(-1);
    facts.push(text('fact', fact, last ? below(last) : AT.facts, { size: 11, leading: 17, bold: false, color: 'coverText' }, 240));
  }
  const small = { size: 8, leading: 11, bold: false, color: 'coverMuted' } as const;
  const confidentiality = text('confidentiality', cover.confidentiality, page.height - AT.fromFoot, small, 150);
  const run: Run = { text: flow.sticker ?? '', bold: true, italic: false, size: STICKER.size, color: 'rust' };
  const stickerWidth = textWidth(run.text, run) + 2 * STICKER.pad;
  return {
    texts: [label, title, subtitle, ...facts, confidentiality],
    bars: coverBars(cover.bars, BARS).map((b) => ({ ...b, x: page.width - x - BARS.w + b.x, y: page.height - b.h })),
    ...(flow.sticker === undefined
      ? {}
      : { sticker: { run, x: page.width - x - stickerWidth, y: AT.sticker, w: stickerWidth, h: STICKER.h } }),
  };
};
