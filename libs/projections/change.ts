import type { Calendar } from '#libs/calendar/calendar.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { OpenTask } from '#libs/dossier/tasks.js';
import type { Commit, RuleReference } from '#libs/event-store/commit.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { Licence } from '#libs/licence/licence.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Chronicle } from './chronicle.js';

/** The rules by which a recorded past is read: the same that decided it. */
export interface ReadingRules {
  readonly procedures: ProcedureBook;
  /** The edition that a commit names: its dates were reckoned by it. */
  readonly calendarBy: (reference: RuleReference | undefined) => Calendar;
}

/** A dossier after some of its commits. */
export interface DossierSoFar {
  readonly dossier: Dossier;
  readonly chronicle: Chronicle;
  readonly taskIds: readonly string[];
  /** Reckoned by the calendar when first asked for: of many commits only the last one's tasks are ever shown. */
  readonly tasks: () => readonly OpenTask[];
}

/** A commit on a dossier, with the dossier before and after it. */
export interface DossierChange {
  readonly subject: 'dossier';
  readonly id: DossierId;
  readonly commit: Commit;
  readonly events: readonly DossierEvent[];
  readonly before: DossierSoFar | undefined;
  readonly after: DossierSoFar;
  readonly procedure: Procedure;
  /** The edition of the calendar that held for this commit. */
  readonly calendar: Calendar;
}

/** A licence after some of its commits, with what was entered when it began. */
export interface LicenceSoFar {
  readonly licence: Licence;
  readonly opened: LicenceEvents['LicenceOpened'];
  /** Reckoned by the calendar when asked for: of many commits only the last one's is ever shown. */
  readonly nextReminderOn: () => LocalDate | undefined;
}

export interface LicenceChange {
  readonly subject: 'licence';
  readonly id: LicenceId;
  readonly commit: Commit;
  readonly events: readonly LicenceEvent[];
  readonly before: LicenceSoFar | undefined;
  readonly after: LicenceSoFar;
  readonly procedure: Procedure;
  /** The edition of the calendar that held for this commit. */
  readonly calendar: Calendar;
}

export type Change = DossierChange | LicenceChange;
