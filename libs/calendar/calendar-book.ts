import type { Instant } from '#libs/kernel/time.js';
import type { Calendar, CalendarReference } from './calendar.js';
import { calendarFor, editionOf } from './register.js';

/** An edition that was put in force while the software ran. */
export interface AnnouncedCalendar {
  readonly calendar: Calendar;
  readonly inForceFrom: Instant;
}

/**
 * Which edition each agency keeps when. An edition announced lately takes force at an instant that all processes know of
 * beforehand; before any announcement the newest edition that came with the software holds.
 */
export class CalendarBook {
  private announced: readonly AnnouncedCalendar[] = [];

  /** The oldest edition first; agencies without a calendar of their own keep the country's. */
  constructor(private readonly shipped: readonly Calendar[]) {}

  /** Everything that was ever announced, in its order. */
  learn(announced: readonly AnnouncedCalendar[]): void {
    this.announced = announced;
  }

  /**
   * The edition by which the dates of an agency are reckoned at an instant.
   * @throws RangeError for a book without a calendar of the country.
   */
  inForce(agency: string | undefined, now: Instant): Calendar {
    const calendars = [...this.editionsAt(now).values()];
    const calendar = calendarFor({ calendars, keepNational: ['*'] }, agency);
    if (calendar) return calendar;
    throw new RangeError('There is no calendar of the country');
  }

  /** The very edition by which a date was reckoned. */
  find(reference: CalendarReference): Calendar | undefined {
    return editionOf({ calendars: this.all(), keepNational: [] }, reference);
  }

  /** The newest edition of a calendar that came with the software: in force until one is announced. */
  shippedOf(id: string): Calendar | undefined {
    return this.shipped.findLast((calendar) => calendar.id === id);
  }

  /** All editions of one calendar, each once, the oldest first. */
  editionsOf(id: string): readonly Calendar[] {
    const byVersion = new Map<string, Calendar>();
    for (const calendar of this.all()) if (calendar.id === id) byVersion.set(calendar.version, calendar);
    return [...byVersion.values()];
  }

  private all(): readonly Calendar[] {
    return [...this.shipped, ...this.announced.map(({ calendar }) => calendar)];
  }

  /** Of every calendar the edition in force. */
  private editionsAt(now: Instant): ReadonlyMap<string, Calendar> {
    const begun = this.announced.filter(({ inForceFrom }) => inForceFrom <= now);
    const inOrder = [...this.shipped, ...begun.map(({ calendar }) => calendar)];
    return new Map(inOrder.map((calendar) => [calendar.id, calendar]));
  }
}
