import type { Calendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import { type TimelyItem, workItems } from './agenda.js';
import type { Licence } from './licence.js';
import { openWork } from './work.js';

/**
 * What the office is to hear by now of the reports that lie before it: of each that it is nearly due, or, once it is late, that alone.
 * No workflow wakes for it: reports come every year, and most are examined in time.
 */
export function examinationsToTell(
  licence: Licence,
  { now, calendar }: { readonly now: Instant; readonly calendar: Calendar },
): readonly TimelyItem[] {
  return openWork(licence, calendar)
    .filter(({ kind }) => kind === 'examineReport')
    .flatMap((task) =>
      workItems(task, licence)
        .filter(({ at }) => at <= now)
        .slice(-1),
    );
}
