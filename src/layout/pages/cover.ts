import { textWidth } from '../../fonts/measure.ts';
import { coverPlan } from '../cover-art.ts';
import type { Flow } from '../flow.ts';
import { artifact, baselineIn, type Marks, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

/** The cover: label, title, subtitle, for whom and when; the bars at the foot are decoration. */
export const coverPage = (flow: Flow, marks: Marks): { readonly page: PageDraft; readonly structure: NodeDraft } => {
  const plan = coverPlan(flow);
  const { width, height } = flow.page;
  const page: PageDraft = { items: [], section: '' };
  const sect = node('Sect');
  artifact(page, { kind: 'rect', x: 0, y: 0, w: width, h: height, fill: { kind: 'solid', color: 'cover' } });
  for (const { x, y, w, h, color } of plan.bars) artifact(page, { kind: 'rect', x, y, w, h, fill: { kind: 'solid', color } });
  for (const { lines, x, top, size, leading, bold, color } of plan.texts) {
    const p = node('P');
    sect.children.push(p);
    lines.forEach((text, i) => {
      const runs = [{ text, bold, italic: false, size, color }];
      tagged(page, marks, p, { kind: 'line', x, baseline: baselineIn(top + i * leading, leading, size), runs });
    });
  }
  if (plan.sticker) {
    const { run, x, y, w, h } = plan.sticker;
    const p = node('P');
    sect.children.push(p);
    artifact(page, {
      kind: 'rect',
      x,
      y,
      w,
      h,
      fill: { kind: 'solid', color: 'page' },
      stroke: { color: 'rust', width: 1, dashed: false },
    });
    const at = x + (w - textWidth(run.text, run)) / 2;
    tagged(page, marks, p, { kind: 'line', x: at, baseline: baselineIn(y, h, run.size), runs: [run] });
  }
  return { page, structure: sect };
};
