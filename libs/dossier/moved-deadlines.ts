import type { CalendarReference } from '#libs/calendar/calendar.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ClockKind } from './clocks.js';

/** A limit that ends at another instant than people were told. */
export interface MovedDeadline {
  readonly clock: ClockKind;
  /** Whose opinion. */
  readonly agency?: AgencyId;
  readonly from: Instant;
  readonly to: Instant;
}

/** What an edition that was announced late did to a dossier. */
export interface MovedDeadlines {
  readonly edition: CalendarReference;
  readonly movedAt: Instant;
  readonly moves: readonly MovedDeadline[];
  /** Present where the whole limit moved. */
  readonly appointedOn?: LocalDate;
  /** Who is told by this fact: people by their id, agencies by their code, each once. */
  readonly told: readonly string[];
}
