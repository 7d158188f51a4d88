import type { Diagnostic } from '../base/diagnostic.ts';
import type { ColorToken } from '../charts/paint.ts';
import type { Theme } from './theme.ts';

/** Below this CIEDE2000 difference two fills are hard to tell apart. */
const LEAST = 10;

const CATEGORICAL: readonly ColorToken[] = ['navy', 'blue', 'teal', 'gold', 'rust', 'grey'];

/** Pairs of a brand's categorical colours that look alike, to all readers or to colour-blind ones. */
export const checkPalette = async (theme: Theme): Promise<readonly Diagnostic[]> => {
  const { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse } = await import('culori');
  const difference = differenceCiede2000();
  const visions = [
    { name: 'full colour vision', see: undefined },
    { name: 'deuteranopia', see: filterDeficiencyDeuter(1) },
    { name: 'protanopia', see: filterDeficiencyProt(1) },
    { name: 'tritanopia', see: filterDeficiencyTrit(1) },
  ];
  const colors = new Map(CATEGORICAL.map((token) => [token, parse(`#${theme.colors[token]}`)]));
  return CATEGORICAL.flatMap((a, i) =>
    CATEGORICAL.slice(i + 1).flatMap((b) => {
      const close = visions.flatMap(({ name, see }) => {
        const [x, y] = [colors.get(a), colors.get(b)];
        if (!x || !y) return [];
        const distance = see ? difference(see(x), see(y)) : difference(x, y);
        return distance < LEAST ? [`${distance.toFixed(1)} with ${name}`] : [];
      });
      if (close.length === 0) return [];
      return [
        {
          code: 'brand/colours-alike',
          severity: 'warning',
          message: `the brand's colours #${theme.colors[a]} and #${theme.colors[b]} look alike: a difference of ${close.join(', ')}`,
          hints: [`exchange one of them; ${LEAST} or more can be told apart`],
        } as const,
      ];
    }),
  );
};
