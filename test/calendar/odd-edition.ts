import type { Holiday, OfficeSession } from '#libs/calendar/calendar.js';
import type { CalendarEdition } from '#libs/calendar/edition.js';
import { officeWeek, vietnamEdition } from '#libs/calendar/editions/vietnam.js';
import type { LocalDate } from '#libs/kernel/time.js';

const source = { source: 'Quy chế thử nghiệm', certainty: 'verified' } as const;
const morning: readonly OfficeSession[] = [{ opens: '08:00', closes: '11:45' }];

function localDay(on: string, sessions?: readonly OfficeSession[]): Holiday {
  const name = { vi: 'Nghỉ tại địa phương', en: 'Local closure' };
  return {
    on: on as LocalDate,
    name,
    kind: 'closure',
    ...(sessions === undefined ? {} : { sessions }),
    ...source,
  };
}

/** Everything a calendar can be at once: Saturday mornings, a season across the new year, half-days, closures in a row. */
export const oddEdition: CalendarEdition = {
  ...vietnamEdition,
  id: 'odd',
  agency: 'H99',
  workingHours: [
    {
      season: { from: '10-16', to: '04-15' },
      byWeekday: { ...officeWeek, saturday: morning, monday: [{ opens: '07:00', closes: '17:00' }] },
      ...source,
    },
    { byWeekday: { ...officeWeek, friday: morning }, ...source },
  ],
  makeUpDays: vietnamEdition.makeUpDays.filter(({ on }) => on > '2024'),
  holidays: [
    ...vietnamEdition.holidays,
    localDay('2026-02-13', morning),
    localDay('2026-11-17'),
    localDay('2026-11-18'),
    localDay('2026-11-19'),
    { ...localDay('2025-10-16'), certainty: 'provisional' },
    localDay('2026-12-31', morning),
    localDay('2024-02-29'),
  ],
};
