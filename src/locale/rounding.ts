/**
 * A number with a fixed count of decimals, half away from zero. The number is first brought to 15 significant digits, so that
 * 1.005, stored as 1.00499…, rounds as it is written. Thousands are grouped.
 */
export const fixed = (value: number, decimals: number, group: string, point: string): string => {
  const exact = Number(Math.abs(value).toPrecision(15));
  const [mantissa = '0', exponent = '0'] = exact.toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  const shift = Number(exponent) + decimals;
  const scaled = shift >= 0 ? BigInt(digits.padEnd(shift + 1, '0').slice(0, shift + 1)) : 0n;
  const next = shift >= -1 ? Number(digits[shift + 1] ?? '0') : 0;
  const rounded = String(next >= 5 ? scaled + 1n : scaled).padStart(decimals + 1, '0');
  const whole = rounded.slice(0, rounded.length - decimals);
  const fraction = rounded.slice(rounded.length - decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === 0 ? grouped : `${grouped}${point}${fraction}`;
};
