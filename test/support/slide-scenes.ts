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
    // A line with gaps is drawn as several; one without a length is not drawn.
    const pieces = item.kind === 'rect' ? [] : fill === 'none' ? item.d.split(/(?=M)/).filter((d) => /[LC]/.test(d)) : [item.d];
    const boxes: readonly Bounds[] = item.kind === 'rect' ? [item] : pieces.map(pathBounds);
    return boxes.map(({ x, y, w, h }) => ({ x, y, w, h, fill }));
  });

/** East Asian and Latin letters are of two fonts, and so of two words for who reads a picture. */
const WORD = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]+|[^\s\u00a0\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]+/g;

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
