import { type DayDuration, lastDayBefore } from '#libs/calendar/alarms.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Role } from '#libs/kernel/roles.js';
import type { Citation } from '#libs/procedures/procedure.js';
import type { SummaryAddressee } from './addressees.js';
import type { Period, PeriodKind } from './period.js';

/** A summary that a department owes for every period of its kind. */
interface ReportingDuty {
  readonly kind: PeriodKind;
  /** "Before 31 July": the day before is the last one. */
  readonly before: string;
  readonly yearsLater: number;
  /** In the order in which the paper names them. */
  readonly addressees: readonly SummaryAddressee[];
  readonly remindBefore: readonly DayDuration[];
  /** Whose work it is to send it. */
  readonly reminds: readonly Role[];
  /** After the last day, as long as nobody has recorded that it was sent; then it is left to the heads. */
  readonly remindAfter: readonly DayDuration[];
  /** Who hears of its lateness. */
  readonly tellsLate: readonly Role[];
  readonly citation: Citation;
}

/**
 * Circular 09/2014/TT-BTTTT Art. 9(5): every six months, before 31 January and before 31 July. Whether it holds on after 25 December
 * 2024 could not be read, nor who has to remind whom; the yearly one comes with the second half's.
 */
const common = {
  addressees: ['ministry', 'peoplesCommittee'],
  remindBefore: [
    { amount: 14, unit: 'calendarDays' },
    { amount: 3, unit: 'calendarDays' },
    { amount: 0, unit: 'calendarDays' },
  ],
  reminds: ['specialist', 'headOfDivision'],
  remindAfter: [
    { amount: 1, unit: 'calendarDays' },
    { amount: 8, unit: 'calendarDays' },
    { amount: 15, unit: 'calendarDays' },
    { amount: 22, unit: 'calendarDays' },
  ],
  tellsLate: ['specialist', 'headOfDivision', 'director'],
  citation: { source: 'Thông tư 09/2014/TT-BTTTT, Điều 9 khoản 5', certainty: 'provisional' },
} as const satisfies Partial<ReportingDuty>;

export const reportingDuties: Readonly<Record<PeriodKind, ReportingDuty>> = {
  firstHalf: { kind: 'firstHalf', before: '07-31', yearsLater: 0, ...common },
  secondHalf: { kind: 'secondHalf', before: '01-31', yearsLater: 1, ...common },
  year: { kind: 'year', before: '01-31', yearsLater: 1, ...common },
};

/** The last day on which the summary may be sent; never moved later, working day or not. */
export function summaryDueOn({ kind, year }: Pick<Period, 'kind' | 'year'>): LocalDate {
  const { before, yearsLater } = reportingDuties[kind];
  return lastDayBefore(`${year + yearsLater}-${before}` as LocalDate);
}
