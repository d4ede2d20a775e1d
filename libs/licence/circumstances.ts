import type { Calendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';

/** What a decision depends on beside the licence itself. */
export interface LicenceCircumstances {
  readonly now: Instant;
  /** The version under which the licence was issued. */
  readonly procedure: Procedure;
  readonly calendar: Calendar;
}
