/** One measured figure; what counts is its ratio to a raw floor of the same run, since machines differ. */
export interface Figure {
  /** As the issues name it: `P4a`. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Median of the runs, as are `floor` and `ratio`. */
  readonly value: number;
  /** The same work by the bare driver or server, in the same unit. */
  readonly floor: number;
  readonly ratio: number;
  /** Smallest and largest ratio of the runs. */
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** One run: the same work done by us and barely, one right after the other. */
export interface Run {
  readonly value: number;
  readonly floor: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function figureOf(what: Pick<Figure, 'id' | 'name' | 'unit'>, runs: readonly Run[]): Figure {
  const ratios = runs.map(({ value, floor }) => value / floor);
  return {
    ...what,
    value: median(runs.map(({ value }) => value)),
    floor: median(runs.map(({ floor }) => floor)),
    ratio: median(ratios),
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    runs: runs.length,
  };
}
