import type { AnnouncementEvent } from './announcement.js';
import type { AnnouncedCalendar, CalendarBook } from './calendar-book.js';
import { buildCalendar, type Calendar } from './calendar.js';

/**
 * What was announced, ready for counting. An edition that is only named must be in the book or among those announced before;
 * one that the software no longer has is left out, and the edition before it stays in force.
 */
export function announcedCalendars(
  events: readonly AnnouncementEvent[],
  book: CalendarBook,
): readonly AnnouncedCalendar[] {
  const known = new Map<string, Calendar>();
  return events.flatMap((event) => {
    const { inForceFrom } = event.data;
    if (event.type === 'CalendarEditionAnnounced') {
      const { edition, hash } = event.data;
      const calendar = built({ ...edition, hash }, book);
      known.set(keyOf(calendar), calendar);
      return [{ calendar, inForceFrom }];
    }
    const calendar = known.get(keyOf(event.data)) ?? book.find(event.data);
    return calendar ? [{ calendar, inForceFrom }] : [];
  });
}

/** Its tables are made once, however often the log is read. */
function built(edition: Calendar['edition'], book: CalendarBook): Calendar {
  const same = book.find(edition);
  return same?.hash === edition.hash && same ? same : buildCalendar(edition);
}

function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`;
}
