import { describe, expect, it } from 'vitest';
import { buildBytes } from '../support/build.ts';
import { bytesOf, marketFile, readFile, sizeSeries } from '../support/market.ts';

const found = (value: string | number): readonly string[] =>
  readFile(
    marketFile({ series: [{ ...sizeSeries([[2024, '1.0']]), points: [{ period: 2024, value, status: 'actual' }] }] }),
  ).diagnostics.map((d) => `${d.code}: ${d.message}`);

describe('a quantity', () => {
  it.each(['0', '0.00', '-12.5', '999999999999999', 0.000001, 1e14])('may be %s', (value) => {
    expect(found(value)).toEqual([]);
  });

  it.each([1e308, 1e15, 1e-300, '9'.repeat(400)])('may not be %s, which no market is measured in', (value) => {
    expect(found(value)).toEqual([expect.stringMatching(/^market\/wrong-value: .* does not fit "value": not a quantity: use a scale/)]);
  });

  it('at the ends of what is allowed still builds', async () => {
    const file = marketFile({
      series: [
        sizeSeries([
          [2024, '0.000000000001'],
          [2029, '999999999999999'],
        ]),
      ],
    });
    const built = await buildBytes(bytesOf(file), ['pptx', 'docx', 'pdf']);
    expect(built.files.length > 0).toBe(!built.diagnostics.some((d) => d.severity === 'error'));
  });
});
