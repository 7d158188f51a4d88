import { keyRows } from './key-rows.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';
import { LOOK_ORDER, LOOKS, type LookName } from './status-look.ts';

/** Status keys in one or more rows at the top of the frame. Nothing when all values have one status. */
export const statusLegend = (
  looks: ReadonlySet<LookName>,
  context: ChartContext,
): { readonly annotations: readonly Annotation[]; readonly height: number } => {
  const present = LOOK_ORDER.filter((l) => looks.has(l));
  if (present.length < 2) return { annotations: [], height: 0 };
  return keyRows(
    present.map((look) => ({ id: look, text: context.locale.words.legend[look], ...LOOKS[look] })),
    context,
  );
};
