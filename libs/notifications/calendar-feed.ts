import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { epochOf, type Instant, type LocalDate } from '#libs/kernel/time.js';

/** A day on which something of somebody's is due. */
export interface DueDay {
  /** The same for the same thing for ever: a date that moves replaces the one before. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  /** Version of the subject: calendars take the higher one. */
  readonly sequence: number;
}

export interface Feed {
  readonly name: string;
  readonly url: string;
  readonly now: Instant;
}

const DAY_S = 24 * 3600;
/** How often calendars may ask. */
const TTL_S = 6 * 3600;

/** RFC 5545: whole days, which have no zone, with an alarm the day before. */
export function calendarFeed(days: readonly DueDay[], { name, url, now }: Feed): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Hoso', product: 'Due dates' },
    ttl: TTL_S,
  });
  for (const { uid, on, summary, sequence } of days) {
    const event = calendar.createEvent({
      id: `${uid}@hoso`,
      sequence,
      summary,
      url,
      start: new Date(`${on}T00:00:00.000Z`),
      allDay: true,
      timezone: 'UTC',
      stamp: new Date(epochOf(now)),
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: DAY_S, description: summary });
  }
  return calendar.toString();
}
