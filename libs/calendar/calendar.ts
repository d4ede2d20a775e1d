import type { CalendarEdition } from './edition.js';
import { vietnamEdition } from './editions/vietnam.js';
import { dayTables, type DayTables } from './day-tables.js';

export type { CalendarEdition, Holiday, HolidayKind, LegalSource, OfficeSession } from './edition.js';
export { checkEdition } from './edition-faults.js';

export interface CalendarReference {
  readonly id: string;
  readonly version: string;
}

/** An edition made ready for counting. Answers for the years 2000 to 2099; counting beyond them throws a RangeError. */
export interface Calendar extends CalendarReference {
  readonly hash?: string;
  readonly edition: CalendarEdition;
  readonly tables: DayTables;
}

/** Believes an edition that `checkEdition` finds no fault with. */
export function buildCalendar(edition: CalendarEdition): Calendar {
  const { id, version, hash } = edition;
  return { id, version, ...(hash === undefined ? {} : { hash }), edition, tables: dayTables(edition) };
}

export const vietnamCalendar: Calendar = buildCalendar(vietnamEdition);
