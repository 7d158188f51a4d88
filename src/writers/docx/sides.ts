import type { Flow } from '../../layout/flow.ts';

/** The left end of what stands at a place of the page, in points: frames and drawings do not change sides with their paragraphs. */
export const sideOf = ({ direction, page }: Pick<Flow, 'direction' | 'page'>, x: number, width: number): number =>
  direction === 'rtl' ? page.width - x - width : x;
