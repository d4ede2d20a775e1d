import type { CalendarEdition, OfficeSession } from '../edition.js';
import { officeWeek, vietnamEdition } from './vietnam.js';

const summerDay: readonly OfficeSession[] = [
  { opens: '07:00', closes: '11:30' },
  { opens: '13:30', closes: '17:00' },
];

/**
 * Gia Lai, code H21 on its portal in 2026. The province's own hours were not found: the sittings are the usual ones of the
 * Central Highlands and marked provisional. They decide limits in hours and half-days alone.
 */
export const giaLaiEdition: CalendarEdition = {
  ...vietnamEdition,
  id: 'gia-lai',
  agency: 'H21',
  name: { vi: 'Lịch làm việc tỉnh Gia Lai', en: 'Working calendar of Gia Lai province' },
  workingHours: [
    {
      season: { from: '04-16', to: '10-15' },
      byWeekday: {
        ...officeWeek,
        monday: summerDay,
        tuesday: summerDay,
        wednesday: summerDay,
        thursday: summerDay,
        friday: summerDay,
      },
      source: 'Giờ làm việc mùa hè, tạm tính',
      certainty: 'provisional',
    },
    { byWeekday: officeWeek, source: 'Giờ làm việc mùa đông, tạm tính', certainty: 'provisional' },
  ],
};
