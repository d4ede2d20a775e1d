import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Calendar, HolidayKind, LegalSource, OfficeSession } from './calendar.js';
import type { Sitting } from './day-tables.js';
import { dateOfDay, dayOf, dayOfCivil, weekdayOf } from './days.js';
import { WEEKDAYS, type Weekday } from './edition.js';
import { indexOf, sittingsOn } from './scales.js';

/** One day as a page of the calendar shows it. */
export interface CalendarDay {
  readonly on: LocalDate;
  readonly weekday: Weekday;
  readonly working: boolean;
  readonly kind: HolidayKind | 'makeUp' | 'weeklyRest' | 'ordinary';
  readonly name: Bilingual;
  readonly source?: LegalSource;
  readonly sessions: readonly OfficeSession[];
  readonly provisional: boolean;
}

const ORDINARY: Bilingual = { vi: 'Ngày làm việc', en: 'Working day' };
const REST: Bilingual = { vi: 'Nghỉ hằng tuần', en: 'Weekly rest' };

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function sessionOf({ opens, closes }: Sitting): OfficeSession {
  return { opens: timeOf(opens), closes: timeOf(closes) };
}

type Kind = Pick<CalendarDay, 'kind' | 'name' | 'source'>;

function kindOf(calendar: Calendar, day: number): Kind {
  const { holiday, makeUp } = calendar.tables.special.get(day) ?? {};
  const entry = makeUp ?? holiday;
  if (entry === undefined) {
    return sittingsOn(calendar, day).length > 0
      ? { kind: 'ordinary', name: ORDINARY }
      : { kind: 'weeklyRest', name: REST };
  }
  const source = { source: entry.source, certainty: entry.certainty };
  if (makeUp !== undefined) return { kind: 'makeUp', name: entry.name, source };
  return { kind: 'kind' in entry ? entry.kind : 'holiday', name: entry.name, source };
}

function calendarDay(calendar: Calendar, on: LocalDate): CalendarDay {
  const day = dayOf(on);
  const sessions = sittingsOn(calendar, day).map(sessionOf);
  const { forecastThrough } = calendar.tables;
  const index = indexOf(day);
  const provisional = (forecastThrough[index] ?? 0) > (forecastThrough[index - 1] ?? 0);
  const weekday = WEEKDAYS[weekdayOf(day)] ?? 'monday';
  return { on, weekday, working: sessions.length > 0, ...kindOf(calendar, day), sessions, provisional };
}

/** All days of a year from 2000 to 2099. */
export function calendarDays(calendar: Calendar, year: number): CalendarDay[] {
  const first = dayOfCivil({ year, month: 1, day: 1 });
  const length = dayOfCivil({ year: year + 1, month: 1, day: 1 }) - first;
  return Array.from({ length }, (_, index) => calendarDay(calendar, dateOfDay(first + index)));
}
