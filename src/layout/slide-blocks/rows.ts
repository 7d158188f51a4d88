import { type Box, type Emu, inches } from '../../base/geometry.ts';
import type { ColorToken } from '../../charts/paint.ts';
import type { BlockOf, Tone } from '../../document/document.ts';
import type { Shape } from '../deck.ts';
import { runsOf } from '../print.ts';
import { heightOf, paragraph, withoutOrphan } from '../typeset.ts';
import type { BlockLayout } from './block-layout.ts';
import { textShape } from './text-blocks.ts';

export const TONES: Readonly<Record<Tone, ColorToken>> = { positive: 'blue', negative: 'rust', neutral: 'blue' };

const HEADING = { height: inches(0.4), rule: 3 } as const;
const PADDING = inches(0.16);
/** Few widths for labels, in inches, so that slides of statements look alike. */
const LABEL_STEPS = [1.6, 2.2, 2.8] as const;
const LABEL_MOST = 3.2;
const LABEL_GAP = 0.2;
/** Rows are spread over free height, but never so far apart that they stop reading as a list. */
const MOST_PITCH = inches(0.88);

/** Statement rows: a bold label and one sentence, a hairline between rows, under a heading with a 3 pt rule if there is one. */
export const rowsLayout: BlockLayout<BlockOf<'rows'>> = (block, width, context) => {
  const hasHeading = block.heading.length > 0;
  const wide = width > inches(8);
  const fitsOneLine = (step: number): boolean =>
    block.rows.every(
      (r) => heightOf([paragraph(runsOf(r.label, { size: 14, bold: true }, context))], inches(step - LABEL_GAP)) <= inches(0.3),
    );
  const labelWidth: Emu = wide ? inches(LABEL_STEPS.find(fitsOneLine) ?? LABEL_MOST) : inches(2.0);
  const gap = inches(0.1);
  const textWidth = width - labelWidth - gap;
  const color: ColorToken = hasHeading ? 'ink' : 'blue';
  const rows = block.rows.map((r) => {
    const label = [paragraph(withoutOrphan(runsOf(r.label, { size: 14, bold: true, color }, context), labelWidth))];
    const text = [paragraph(withoutOrphan(runsOf(r.text, { size: 14 }, context), textWidth))];
    return { label, text, height: Math.max(heightOf(label, labelWidth), heightOf(text, textWidth)) + PADDING };
  });
  const head = hasHeading ? HEADING.height + inches(0.1) : 0;
  const natural = rows.reduce((sum, r) => sum + r.height, 0);
  const stretch = rows.reduce((sum, r) => sum + Math.max(0, MOST_PITCH - r.height), 0);
  const draw = (box: Box): readonly Shape[] => {
    const shapes: Shape[] = [];
    if (hasHeading) {
      shapes.push(
        textShape(context.name('Heading'), { x: box.x, y: box.y, w: box.w, h: inches(0.34) }, [
          paragraph(runsOf(block.heading, { size: 18, bold: true, color: TONES[block.tone] }, context)),
        ]),
      );
      shapes.push({
        kind: 'line',
        name: context.name('Heading rule'),
        box: { x: box.x, y: box.y + HEADING.height, w: box.w, h: 0 },
        stroke: { color: TONES[block.tone], width: HEADING.rule, dashed: false },
      });
    }
    const spare = Math.max(0, Math.min(box.h - head - natural, stretch));
    let y = box.y + head;
    rows.forEach((row, i) => {
      const room = Math.max(0, MOST_PITCH - row.height);
      const h = Math.round(row.height + (stretch === 0 ? 0 : (spare * room) / stretch));
      shapes.push(textShape(context.name('Label'), { x: box.x, y, w: labelWidth, h }, row.label, 'middle'));
      shapes.push(textShape(context.name('Statement'), { x: box.x + labelWidth + gap, y, w: textWidth, h }, row.text, 'middle'));
      y += h;
      if (i < rows.length - 1)
        shapes.push({
          kind: 'line',
          name: context.name('Row rule'),
          box: { x: box.x, y, w: box.w, h: 0 },
          stroke: { color: 'grid', width: 0.75, dashed: false },
        });
    });
    return shapes;
  };
  return { height: head + natural, stretch, draw };
};
