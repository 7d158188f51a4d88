import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';
import { line } from './text-box.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width of the light edge that lets a line be seen on a dark bar, points. */
const EDGE = 1.75;

/** A piece of a dashed line at a value, points; `edged`: with a light edge, since it runs over filled bars. */
export const levelStroke = (name: string, from: Point, to: Point, edged: boolean, frame: ChartContext['frame']): readonly Annotation[] => [
  ...(edged ? [line(`${name} edge`, from, to, { color: 'page', width: EDGE, dashed: false }, frame)] : []),
  line(name, from, to, { color: 'ink3', width: 0.75, dashed: true }, frame),
];
