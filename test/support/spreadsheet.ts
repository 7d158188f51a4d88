/** How a spreadsheet shows numbers: apart from the program, for the formats that charts use. */

const rounded = (value: number, decimals: number): string => {
  // Spreadsheets keep fifteen digits, and round halves away from zero.
  const [mantissa = '0', exponent = '0'] = value.toPrecision(15).split('e');
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  return Number(`${scaled}e-${decimals}`).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
};

const section = (code: string, value: number): string => {
  const pieces = code.match(/"[^"]*"|\\.|#,##0(?:\.0+)?|0(?:\.0+)?|[^"]/g) ?? [];
  return pieces
    .map((piece) => {
      if (piece.startsWith('"')) return piece.slice(1, -1);
      if (piece.startsWith('\\')) return piece.slice(1);
      const digits = /^(#,##)?0(?:\.(0+))?$/.exec(piece);
      if (!digits) return piece;
      const text = rounded(value, digits[2]?.length ?? 0);
      return digits[1] === undefined ? text.replaceAll(',', '') : text;
    })
    .join('');
};

/** A number as its cell or label shows it: by format code, with sections for positive, negative and zero where there are some. */
export const shown = (value: number, code: string): string => {
  if (code === 'General') return String(value);
  const sections = code.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
  const [positive = '', negative, zero] = sections;
  if (value === 0 && zero !== undefined) return section(zero, 0);
  if (value < 0 && negative !== undefined) return section(negative, -value);
  const text = section(positive, Math.abs(value));
  return value < 0 && /[1-9]/.test(text) && !/^"[^"]*"$/.test(positive) ? `-${text}` : text;
};

/** "A", "B" … "AA". */
export const columnLetters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${columnLetters(Math.floor(index / 26) - 1)}${columnLetters(index % 26)}`;

const FUNCTIONS: Readonly<Record<string, (list: readonly number[]) => number>> = {
  MAX: (list) => Math.max(...list),
  MIN: (list) => Math.min(...list),
  SUM: (list) => list.reduce((a, b) => a + b, 0),
};

/** What a spreadsheet makes of a formula of numbers, cells, + - * / ^, brackets, MAX, MIN and SUM. An empty cell counts as zero. */
export const evaluated = (formula: string, cell: (at: string) => number): number => {
  const tokens = formula.match(/[A-Z]+\d+|[A-Z]+|\d+(?:\.\d+)?(?:E[-+]?\d+)?|[-+*/^(),]/g) ?? [];
  if (tokens.join('') !== formula) throw new Error(`a formula this test cannot read: ${formula}`);
  let at = 0;
  const take = (wanted: string): boolean => {
    if (tokens[at] !== wanted) return false;
    at++;
    return true;
  };
  const list = (): readonly number[] => {
    const values = [sum()];
    while (take(',')) values.push(sum());
    if (!take(')')) throw new Error(`an open bracket in ${formula}`);
    return values;
  };
  const atom = (): number => {
    const token = tokens[at++] ?? '';
    if (token === '-') return -atom();
    if (token === '(') return list()[0] ?? 0;
    const call = FUNCTIONS[token];
    if (call && take('(')) return call(list());
    return /^[A-Z]/.test(token) ? cell(token) : Number(token);
  };
  const power = (): number => {
    const base = atom();
    return take('^') ? base ** atom() : base;
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (take('*')) value *= power();
      else if (take('/')) value /= power();
      else return value;
    }
  };
  function sum(): number {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  }
  const value = sum();
  if (at < tokens.length) throw new Error(`more after the end of ${formula}`);
  return value;
};
