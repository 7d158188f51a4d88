import { textWidth } from '../../fonts/measure.ts';
import type { NativeChart } from '../native.ts';
import type { SceneItem } from '../scene.ts';
import { drawChart } from './index.ts';
import type { Box } from './plane.ts';

/** What the ink of a line reaches above and below its baseline, in parts of its size: capitals and digits, descenders. */
const INK = { above: 0.74, below: 0.21 } as const;

const boxesOf = (item: SceneItem): readonly Box[] => {
  if (item.kind === 'group') return item.items.flatMap(boxesOf);
  if (item.kind !== 'text') return [];
  const w = textWidth(item.text, { size: item.size, bold: item.bold, italic: false });
  const x = item.x - { left: 0, center: w / 2, right: w }[item.align];
  return [{ x, y: item.y - INK.above * item.size, w, h: (INK.above + INK.below) * item.size }];
};

/** Where the texts of a chart stand, points: marks that are added keep off them. */
export const textBoxes = (chart: NativeChart): readonly Box[] => drawChart(chart).items.flatMap(boxesOf);
