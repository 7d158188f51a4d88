import type { Fill } from '../../src/charts/paint.ts';
import type { SceneItem } from '../../src/charts/scene.ts';
import { sceneTexts } from './chart-dump.ts';
import { galleryCases } from './gallery-build.ts';
import { galleryChart } from './gallery-charts.ts';
import { slideCharts } from './office-charts.ts';
import { boxOf } from './scene-boxes.ts';
import { shippedTheme } from './theme.ts';

/** Where our scene of a slide's chart has its marks and texts: points from the top left corner of the slide. */
export interface SlideScene {
  readonly kind: string;
  readonly name: string;
  readonly slide: number;
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** `fill` is a colour such as "1f3a5f", a hatch, or nothing. */
  readonly marks: readonly { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly fill: string }[];
  readonly texts: readonly { readonly text: string; readonly left: number; readonly right: number; readonly baseline: number }[];
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
    const { x, y, w, h } = item.kind === 'rect' ? item : pathBounds(item.d);
    return [{ x, y, w, h, fill: fillOf(item.fill) }];
  });

/** Our scenes of the charts of a gallery deck, each compiled for the frame that the finished slide gives it. */
export const slideScenes = (deck: Uint8Array): readonly SlideScene[] => {
  const shown = slideCharts(deck);
  return galleryCases().map((one, i): SlideScene => {
    const chart = shown[i];
    if (!chart) throw new Error(`the deck does not show ${one.id}`);
    const { frame, slide } = chart;
    const { scene } = galleryChart(one, { width: frame.w, height: frame.h }, 'deck').chart;
    const marks = scene.items.filter((item) => item.kind === 'group' && item.name === 'marks');
    return {
      kind: one.kind,
      name: one.name,
      slide,
      frame,
      marks: marksIn(marks).map((m) => ({ ...m, x: m.x + frame.x, y: m.y + frame.y })),
      texts: sceneTexts(scene.items).map((item) => {
        const { left, right } = boxOf(item);
        return { text: item.text, left: left + frame.x, right: right + frame.x, baseline: item.y + frame.y };
      }),
    };
  });
};
