import type { Annotation } from '../../src/charts/native.ts';
import type { Scene } from '../../src/charts/scene.ts';
import { textWidth } from '../../src/fonts/measure.ts';
import { type SceneText, sceneTexts } from './chart-dump.ts';

/** Points, from the top left corner of the frame. */
export interface TextBox {
  readonly item: SceneText;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the ink of a line reaches above and below its baseline, in parts of its size: capitals and digits, descenders. */
const INK = { above: 0.74, below: 0.21 } as const;

export const boxOf = (item: SceneText): TextBox => {
  const width = textWidth(item.text, { size: item.size, bold: item.bold, italic: false });
  const left = item.x - { left: 0, center: width / 2, right: width }[item.align];
  return { item, left, right: left + width, top: item.y - INK.above * item.size, bottom: item.y + INK.below * item.size };
};

export const textBoxes = (scene: Scene): readonly TextBox[] => sceneTexts(scene.items).map(boxOf);

/** Points that measuring and rounding may differ by. */
const SLACK = 0.5;

const tell = ({ item, left, top }: TextBox): string => `"${item.text}" at ${left.toFixed(1)},${top.toFixed(1)}`;

/** Pairs of texts of which one is drawn over the other. */
export const overlaps = (scene: Scene): readonly string[] => {
  const boxes = [...textBoxes(scene)].filter((b) => b.right > b.left).sort((a, b) => a.top - b.top);
  return boxes.flatMap((a, i) => {
    const found: string[] = [];
    for (let n = i + 1; n < boxes.length; n++) {
      const b = boxes[n];
      if (!b || b.top >= a.bottom - SLACK) break;
      if (b.left < a.right - SLACK && b.right > a.left + SLACK) found.push(`${tell(a)} and ${tell(b)}`);
    }
    return found;
  });
};

/** Texts that reach over an edge of the frame. */
export const outside = (scene: Scene): readonly string[] =>
  textBoxes(scene)
    .filter((b) => b.left < -SLACK || b.top < -SLACK || b.right > scene.width + SLACK || b.bottom > scene.height + SLACK)
    .map(tell);

/** Texts under a filled box that holds another text: a pill is drawn over what it covers. */
export const covered = (scene: Scene, annotations: readonly Annotation[]): readonly string[] => {
  const boxes = textBoxes(scene);
  return annotations.flatMap((a) => {
    if (a.kind !== 'box' || a.fill.kind !== 'solid' || !a.text) return [];
    const { text } = a.text;
    const [left, top, right, bottom] = [a.x * scene.width, a.y * scene.height, (a.x + a.w) * scene.width, (a.y + a.h) * scene.height];
    const own = (b: TextBox): boolean => b.item.text === text && b.left >= left - 1 && b.right <= right + 1 && b.top >= top - 1;
    return boxes
      .filter((b) => !own(b) && b.left < right - SLACK && b.right > left + SLACK && b.top < bottom - SLACK && b.bottom > top + SLACK)
      .map((b) => `${tell(b)} under ${a.name} "${text}"`);
  });
};
