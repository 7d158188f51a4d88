import type { Placeholder, Role, Shape, SlideLayout } from './deck.ts';

/** What each kind of shape may fill, best first. */
const rolesOf = (shape: Shape): readonly Role[] => {
  if (shape.kind === 'chart' || shape.kind === 'table' || shape.kind === 'picture') return [shape.kind, 'content'];
  if (shape.kind !== 'text' || shape.role === undefined) return [];
  return shape.role === 'body' ? ['body', 'content'] : [shape.role];
};

/** The free placeholder of one of the roles in the column nearest to the shape; of several in a column the first. */
const nearest = (shape: Shape, free: readonly Placeholder[]): Placeholder | undefined => {
  const distance = (p: Placeholder): number => Math.abs(p.box.x - shape.box.x);
  for (const role of rolesOf(shape)) {
    const [best] = free.filter((p) => p.role === role).toSorted((a, b) => distance(a) - distance(b) || a.index - b.index);
    if (best) return best;
  }
  return undefined;
};

/**
 * The shapes of a slide with the placeholders of its layout that they fill, each at most once. A shape that finds none stays free:
 * it keeps its place and look, but PowerPoint's outline does not show it.
 */
export const inSlots = (shapes: readonly Shape[], layout: SlideLayout): readonly Shape[] => {
  let free = layout.placeholders;
  return shapes.map((shape): Shape => {
    const slot = nearest(shape, free);
    if (!slot) return shape;
    free = free.filter((p) => p !== slot);
    return { ...shape, slot: slot.index } as Shape;
  });
};

/** A chart, table or picture that found no placeholder. */
export const isHomeless = (shape: Shape): boolean =>
  (shape.kind === 'chart' || shape.kind === 'table' || shape.kind === 'picture') && shape.slot === undefined;
