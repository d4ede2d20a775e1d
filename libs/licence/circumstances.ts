import type { Calendar } from '#libs/calendar/calendar.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';

/** What a decision depends on beside the licence itself. */
export interface LicenceCircumstances {
  readonly now: Instant;
  /** The version under which the licence was issued. */
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  /** The acting person; `system` for what a deadline or an activity does. */
  readonly actor: PersonId;
  /** The next free number of each register the command draws on, by register name. */
  readonly nextNumber: Readonly<Record<string, number>>;
}
