/**
 * Places of labels on a line, each as near to where it belongs as the others allow: at least `apart` from the next, between `low`
 * and `high` while there is room. Order is kept. Labels that meet form a block, which stands around the mean of its wishes.
 */
export const pushApart = (wishes: readonly number[], apart: number, low: number, high: number): readonly number[] => {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish || a.index - b.index);
  const gap = wishes.length > 1 ? Math.min(apart, Math.max(0, high - low) / (wishes.length - 1)) : apart;
  interface Run {
    readonly members: readonly number[];
    readonly start: number;
  }
  const startOf = (members: readonly number[]): number => {
    const mean = members.reduce((sum, m, i) => sum + (order[m]?.wish ?? 0) - i * gap, 0) / members.length;
    return Math.max(low, Math.min(mean, high - (members.length - 1) * gap));
  };
  const runs: Run[] = [];
  order.forEach((_, i) => {
    let run: Run = { members: [i], start: startOf([i]) };
    for (let last = runs.at(-1); last && last.start + last.members.length * gap > run.start; last = runs.at(-1)) {
      runs.pop();
      const members = [...last.members, ...run.members];
      run = { members, start: startOf(members) };
    }
    runs.push(run);
  });
  const placed: number[] = wishes.map(() => 0);
  for (const run of runs)
    run.members.forEach((m, i) => {
      placed[order[m]?.index ?? 0] = run.start + i * gap;
    });
  return placed;
};
