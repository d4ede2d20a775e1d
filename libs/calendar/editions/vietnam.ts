import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { CalendarEdition, OfficeSession, WeeklySessions, YearlyHoliday } from '../edition.js';
import { holidaysOf, makeUpDaysOf } from './build.js';
import { dayNames } from './day-names.js';
import { vietnamYears } from './vietnam-years.js';

const date = (text: string): LocalDate => text as LocalDate;
const law = { source: 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1', certainty: 'secondary' } as const;

const officeDay: readonly OfficeSession[] = [
  { opens: '07:30', closes: '11:30' },
  { opens: '13:30', closes: '17:00' },
];

export const officeWeek: WeeklySessions = {
  monday: officeDay,
  tuesday: officeDay,
  wednesday: officeDay,
  thursday: officeDay,
  friday: officeDay,
  saturday: [],
  sunday: [],
};

const yearly: readonly YearlyHoliday[] = [
  { monthDay: '01-01', name: dayNames.newYear, ...law },
  { monthDay: '04-30', name: dayNames.reunification, ...law },
  { monthDay: '05-01', name: dayNames.labour, ...law },
  { monthDay: '09-02', name: dayNames.national, ...law },
  {
    monthDay: '11-24',
    name: dayNames.culture,
    source: 'Nghị quyết 28/2026/QH16, Điều 2',
    certainty: 'secondary',
    from: date('2026-07-01'),
  },
];

const country = {
  id: 'vietnam',
  name: { vi: 'Lịch làm việc của cơ quan nhà nước', en: 'Working calendar of state agencies' },
  validFrom: date('2018-01-01'),
  validTo: date('2027-12-31'),
  forecastFrom: date('2027-01-01'),
  // Each province sets its own hours; these are the most usual ones and hold where an agency's calendar says nothing else.
  workingHours: [
    { byWeekday: officeWeek, source: 'Giờ làm việc do từng tỉnh quy định', certainty: 'provisional' },
  ],
  holidays: holidaysOf(vietnamYears),
  makeUpDays: makeUpDaysOf(vietnamYears),
} as const satisfies Partial<CalendarEdition>;

/** As it was before Resolution 28/2026/QH16: 24 November is an ordinary day. Kept for the dates that were given under it. */
export const vietnamEditionBeforeCultureDay: CalendarEdition = {
  ...country,
  version: '2026.1',
  announcedAt: '2025-12-31T17:00:00.000Z' as Instant,
  yearly: yearly.filter(({ monthDay }) => monthDay !== '11-24'),
};

/** The country's calendar for state agencies: 2018–2026 as announced, 2027 as forecast. */
export const vietnamEdition: CalendarEdition = {
  ...country,
  version: '2026.2',
  replaces: '2026.1',
  // The day the resolution came into force; when the National Assembly's vote was published is not confirmed.
  announcedAt: '2026-06-30T17:00:00.000Z' as Instant,
  yearly,
};
