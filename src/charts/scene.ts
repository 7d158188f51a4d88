import type { FigureId } from '../base/id.ts';
import type { ColorToken, Fill, Stroke } from './paint.ts';

/** A drawing for PDF and SVG, in points from the top left corner of its frame. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

export type SceneItem =
  | { readonly kind: 'group'; readonly name: string; readonly items: readonly SceneItem[] }
  /** `d` is SVG path data with absolute M, L, C, Z only. */
  | { readonly kind: 'path'; readonly d: string; readonly fill: Fill; readonly stroke?: Stroke }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly radius: number;
      readonly fill: Fill;
      readonly stroke?: Stroke;
    }
  /** `x` is the left, middle or right end by `align`; `y` is the baseline. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly align: 'left' | 'center' | 'right';
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly color: ColorToken;
      /** The figure printed here, if it is one. */
      readonly figure?: FigureId;
    };
