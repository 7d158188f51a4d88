import type { FlowBlock } from '../flow.ts';
import type { Atom, AtomContext, BlockOf } from './atom.ts';
import { figureAtoms, tableAtoms } from './exhibit-atoms.ts';
import { headingAtoms, paragraphAtoms, takeawayAtoms } from './text-atoms.ts';

const ATOMS: { readonly [K in FlowBlock['kind']]: (block: BlockOf<K>, context: AtomContext) => readonly Atom[] } = {
  heading: headingAtoms,
  paragraph: paragraphAtoms,
  figure: figureAtoms,
  table: tableAtoms,
  takeaway: takeawayAtoms,
};

/** The atoms of a block, with their structure elements appended to the open section in reading order. */
export const atomsOf = (block: FlowBlock, context: AtomContext): readonly Atom[] => {
  const atoms = (ATOMS[block.kind] as (block: FlowBlock, context: AtomContext) => readonly Atom[])(block, context);
  return block.kind === 'heading' || !block.leadsToSource
    ? atoms
    : atoms.map((a, i) => (i === atoms.length - 1 ? { ...a, keep: true } : a));
};
