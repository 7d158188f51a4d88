import type { Fill } from '../../src/charts/paint.ts';
import type { SceneItem } from '../../src/charts/scene.ts';
import { textWidth } from '../../src/fonts/measure.ts';
import { type SceneText, sceneTexts } from './chart-dump.ts';
import { galleryCases } from './gallery-build.ts';
import { galleryChart } from './gallery-charts.ts';
import { slideCharts } from './office-charts.ts';
import { boxOf } from './scene-boxes.ts';
import { shippedTheme } from './theme.ts';

/** Where our scene of a slide's chart has its marks and words: points from the top left corner of the slide. */
export interface SlideScene {
  readonly kind: string;
  readonly name: string;
  readonly slide: number;
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** `fill` is a colour such as "1f3a5f", a hatch, or nothing. */
  readonly marks: readonly { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly fill: string }[];
  /** The words of all texts. */
  readonly words: readonly SlideWord[];
}

export interface SlideWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** A name of an axis that shows one name in several: LibreOffice knows no such axis and draws all names or none. */
  readonly thinned?: true;
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The box around the ends of a path's curves; around their handles too, which reach no further than a circle's edge. */
const pathBounds = (d: string): Bounds => {
  const numbers = (d.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
};

const { colors } = shippedTheme();

const fillOf = (fill: Fill): string => (fill.kind === 'solid' ? colors[fill.color].toLowerCase() : fill.kind);

const marksIn = (items: readonly SceneItem[]): readonly (Bounds & { readonly fill: string })[] =>
  items.flatMap((item) => {
    if (item.kind === 'group') return marksIn(item.items);
    if (item.kind === 'text') return [];
    const fill = fillOf(item.fill);
    if (item.kind === 'rect') return [{ x: item.x, y: item.y, w: item.w, h: item.h, fill }];
    // Where a line is broken, others draw each of its runs on its own.
    const runs = item.fill.kind === 'none' ? item.d.split(/(?=M)/) : [item.d];
    return runs.map((run) => ({ ...pathBounds(run), fill }));
  });

/** Ideographs and what stands between them: LibreOffice sets some room between the two. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]+|[^\s\u00a0\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]+/gu;

/** The words of a text, each with its own place. */
const wordsOf = (item: SceneText, frame: { readonly x: number; readonly y: number }): readonly SlideWord[] => {
  const { left } = boxOf(item);
  const width = (text: string): number => textWidth(text, { size: item.size, bold: item.bold, italic: false });
  return [...item.text.matchAll(WORD)].map((match): SlideWord => {
    const from = frame.x + left + width(item.text.slice(0, match.index));
    return { text: match[0], left: from, right: from + width(match[0]), baseline: frame.y + item.y };
  });
};

/** Our scenes of the charts of a gallery deck, each compiled for the frame that the finished slide gives it. */
export const slideScenes = (deck: Uint8Array): readonly SlideScene[] => {
  const shown = slideCharts(deck);
  return galleryCases().map((one, i): SlideScene => {
    const chart = shown[i];
    if (!chart) throw new Error(`the deck does not show ${one.id}`);
    const { frame, slide } = chart;
    const { scene, native } = galleryChart(one, { width: frame.w, height: frame.h }, 'deck').chart;
    const group = (name: string): readonly SceneItem[] => scene.items.filter((item) => item.kind === 'group' && item.name === name);
    const names = new Set(sceneTexts(group('names')));
    const thinned = native.axes.kind === 'category' && native.axes.category.labelEvery > 1;
    return {
      kind: one.kind,
      name: one.name,
      slide,
      frame,
      marks: marksIn(group('marks')).map((m) => ({ ...m, x: m.x + frame.x, y: m.y + frame.y })),
      words: sceneTexts(scene.items).flatMap((item) =>
        wordsOf(item, frame).map((word) => (thinned && names.has(item) ? { ...word, thinned: true } : word)),
      ),
    };
  });
};
