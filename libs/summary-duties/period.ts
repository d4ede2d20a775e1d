import type { LocalDate } from '#libs/kernel/time.js';

export type PeriodKind = 'firstHalf' | 'secondHalf' | 'year';

/** The time a summary is about; the first and the last day belong to it. */
export interface Period {
  /** `2026-H1`, `2026-H2` or `2026`. */
  readonly name: string;
  readonly kind: PeriodKind;
  readonly year: number;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

const NAME = /^(2\d{3})(-H[12])?$/u;
const bounds: Readonly<Record<PeriodKind, readonly [from: string, to: string]>> = {
  firstHalf: ['01-01', '06-30'],
  secondHalf: ['07-01', '12-31'],
  year: ['01-01', '12-31'],
};
const suffixes: Readonly<Record<PeriodKind, string>> = { firstHalf: '-H1', secondHalf: '-H2', year: '' };

/** Undefined where the text names no period. */
export function findPeriod(name: string): Period | undefined {
  const [, year, half] = NAME.exec(name) ?? [];
  if (year === undefined) return undefined;
  return periodOf(Number(year), half === undefined ? 'year' : half === '-H1' ? 'firstHalf' : 'secondHalf');
}

export function periodOf(year: number, kind: PeriodKind): Period {
  const [from, to] = bounds[kind];
  const name = `${year}${suffixes[kind]}`;
  return { name, kind, year, fromOn: `${year}-${from}` as LocalDate, toOn: `${year}-${to}` as LocalDate };
}
