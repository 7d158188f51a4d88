import { type Flow, type FrontPage, STYLES } from '../flow.ts';
import type { Run } from '../text.ts';
import { type Atom, atomContext, left, plain } from './atom.ts';
import { atomsOf } from './atoms.ts';
import { baselineIn, type Marks, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';
import { paginate } from './paginate.ts';

/** The pages between cover and contents, titled as the contents are. */
export const frontPages = (
  front: FrontPage,
  flow: Flow,
  marks: Marks,
): { readonly pages: readonly PageDraft[]; readonly structure: NodeDraft } => {
  const structure = node('Sect');
  const h = node('H1');
  structure.children.push(h);
  const { size, leading, after } = STYLES.h1;
  const runs: readonly Run[] = [{ text: front.title, bold: true, italic: false, size, color: 'navy' }];
  const title: Atom = {
    ...plain,
    height: leading,
    after,
    keep: true,
    startsPage: true,
    draw: (page, y) => {
      page.section = front.title;
      tagged(page, marks, h, { kind: 'line', x: left(flow.page, 'full'), baseline: baselineIn(y, leading, size), runs });
    },
  };
  const atoms = front.blocks.flatMap((b) => atomsOf(b, atomContext(flow, marks, structure)));
  return { pages: paginate([title, ...atoms], flow.page, () => 0).pages, structure };
};
