import type { Calendar } from '#libs/calendar/calendar.js';
import type { LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';
import type { LicenceReference } from './events.js';

/** A licence about which a paper may still have to be drawn from what its applications say. */
export interface LicenceInNeed {
  readonly licenceId: LicenceId;
  /** As printed, `12/GP-TTĐT`. */
  readonly text: string;
  /** Where it stands; it may have ended and owe a document. */
  readonly stage: string;
}

/** What a decision needs beside the command and the state: nothing of it is asked for, all of it is handed in. */
export interface Circumstances {
  readonly now: Instant;
  /** The acting person; `system` for what a deadline or an activity does. */
  readonly actor: PersonId;
  readonly procedure: Procedure;
  readonly procedureReference: ProcedureReference;
  readonly calendar: Calendar;
  /** Provisional figures may only decide in a demonstration. */
  readonly demonstration: boolean;
  /** The next free number of each register the command draws on, by register name. */
  readonly nextNumber: Readonly<Record<string, number>>;
  /** For a filing: what else is offered today to whoever fills in the same form. */
  readonly alternatives?: readonly Procedure[];
  /** The licence the dossier is about, as it stands now; absent where it is about none, or there is none. */
  readonly licence?: LicenceReference & { readonly holder: PersonId; readonly expiresOn: LocalDate };
  /** For an erasure: the licence that the dossier made or changed, while papers about it may still be drawn. */
  readonly licenceInNeed?: LicenceInNeed;
}
