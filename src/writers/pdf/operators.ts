import type { Theme } from '../../brand/theme.ts';
import { DASH, type Fill, type Stroke } from '../../charts/paint.ts';

/** PDF content operators (ISO 32000-1, 8 and 9), in pdfkit's page space: points from the top left, y downwards. */

export const num = (n: number): string => String(Math.round(n * 1000) / 1000);

export const rgb = (theme: Theme, token: keyof Theme['colors']): string =>
  [0, 2, 4].map((at) => num(Number.parseInt(theme.colors[token].slice(at, at + 2), 16) / 255)).join(' ');

const strokeState = (stroke: Stroke, theme: Theme): string =>
  `${rgb(theme, stroke.color)} RG ${num(stroke.width)} w ${stroke.dashed ? `[${num(stroke.width * DASH.on)} ${num(stroke.width * DASH.off)}] 0 d` : '[] 0 d'}`;

/** A rectangle, with round corners where a radius is given (control points at 0.5523 of the radius). */
export const rectPath = (x: number, y: number, w: number, h: number, radius: number): string => {
  if (radius <= 0) return `${num(x)} ${num(y)} ${num(w)} ${num(h)} re`;
  const r = Math.min(radius, w / 2, h / 2);
  const k = r * (1 - 0.5523);
  const [l, t, rr, b] = [x, y, x + w, y + h];
  const curve = (a: number, c: number, d: number, e: number, f: number, g: number): string =>
    `${num(a)} ${num(c)} ${num(d)} ${num(e)} ${num(f)} ${num(g)} c`;
  return [
    `${num(l + r)} ${num(t)} m ${num(rr - r)} ${num(t)} l`,
    curve(rr - k, t, rr, t + k, rr, t + r),
    `${num(rr)} ${num(b - r)} l`,
    curve(rr, b - k, rr - k, b, rr - r, b),
    `${num(l + r)} ${num(b)} l`,
    curve(l + k, b, l, b - k, l, b - r),
    `${num(l)} ${num(t + r)} l`,
    curve(l, t + k, l + k, t, l + r, t),
    'h',
  ].join(' ');
};

/** Distance and width of the strokes of a hatch, points. */
const HATCH = { derived: { step: 4, width: 0.6 }, undisclosed: { step: 2.6, width: 0.55 } } as const;

const hatchLines = (x: number, y: number, w: number, h: number, step: number): string => {
  const lines: string[] = [];
  for (let d = step; d < w + h; d += step) {
    const [x1, y1] = d <= h ? [x, y + d] : [x + d - h, y + h];
    const [x2, y2] = d <= w ? [x + d, y] : [x + w, y + d - w];
    lines.push(`${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l`);
  }
  return lines.join(' ');
};

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Paints a closed path: fill or hatch first, outline over it. */
export const paint = (path: string, bounds: Bounds, fill: Fill, stroke: Stroke | undefined, theme: Theme): string => {
  const parts: string[] = [];
  if (fill.kind === 'solid') parts.push(`q ${rgb(theme, fill.color)} rg ${path} f Q`);
  if (fill.kind === 'hatch') {
    const { step, width } = HATCH[fill.style];
    parts.push(`q 1 1 1 rg ${path} f Q`);
    parts.push(`q ${path} W n ${rgb(theme, fill.color)} RG ${width} w ${hatchLines(bounds.x, bounds.y, bounds.w, bounds.h, step)} S Q`);
  }
  if (stroke) parts.push(`q ${strokeState(stroke, theme)} ${path} S Q`);
  return parts.join(' ');
};

/** SVG path data of M, L, C and Z, moved to a place. */
export const pathOperators = (d: string, dx: number, dy: number): { readonly path: string; readonly bounds: Bounds } => {
  const tokens = d.split(/[\s,]+/);
  const out: string[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  const arity: Readonly<Record<string, number>> = { M: 1, L: 1, C: 3, Z: 0 };
  const operator: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' };
  for (let i = 0; i < tokens.length; ) {
    const command = tokens[i++] ?? '';
    const pairs = arity[command] ?? 0;
    const numbers: string[] = [];
    for (let p = 0; p < pairs; p++) {
      const [x, y] = [Number(tokens[i++]) + dx, Number(tokens[i++]) + dy];
      xs.push(x);
      ys.push(y);
      numbers.push(num(x), num(y));
    }
    if (operator[command] !== undefined) out.push([...numbers, operator[command]].join(' '));
  }
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { path: out.join(' '), bounds: { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y } };
};

export const strokeOnly = (path: string, stroke: Stroke, theme: Theme): string => `q ${strokeState(stroke, theme)} ${path} S Q`;
