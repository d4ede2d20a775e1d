import type { AnnouncementEvent } from '#libs/calendar/announcement.js';
import { announcedCalendars } from '#libs/calendar/announced.js';
import { CalendarBook } from '#libs/calendar/calendar-book.js';
import { buildCalendar } from '#libs/calendar/calendar.js';
import { giaLaiEdition } from '#libs/calendar/editions/gia-lai.js';
import { vietnamEdition, vietnamEditionBeforeCultureDay } from '#libs/calendar/editions/vietnam.js';
import { CALENDAR_STREAM } from '#libs/commands/calendar-subject.js';
import { fromStored } from '#libs/commands/stored-events.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { hashOf } from '#libs/procedures/load-procedures.js';

/** Several times within the lead that an announcement has, so that a process that missed one look is not late. */
const LOOK_EVERY_MS = 1_000;

export interface KeptCalendars {
  readonly book: CalendarBook;
  /** Learns what was announced meanwhile. */
  readonly look: () => Promise<void>;
  stop(): void;
}

/** The calendars that came with the software, and those that were announced, kept up to date while the process runs. */
export async function keepCalendars(store: EventStore): Promise<KeptCalendars> {
  const shipped = [vietnamEditionBeforeCultureDay, vietnamEdition, giaLaiEdition];
  const book = new CalendarBook(
    shipped.map((edition) => buildCalendar({ ...edition, hash: hashOf(edition) })),
  );
  let seen = 0;
  const look = async (): Promise<void> => {
    const { head, commits } = await store.readStream(CALENDAR_STREAM);
    if (head.n === seen) return;
    const events = commits.flatMap((commit) =>
      commit.events.map((event) => fromStored<AnnouncementEvent>(event)),
    );
    book.learn(announcedCalendars(events, book));
    seen = head.n;
  };
  await look();
  // A database that is away lets nobody decide anything either; the next look comes in a moment.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS).unref();
  return { book, look, stop: () => clearInterval(timer) };
}
