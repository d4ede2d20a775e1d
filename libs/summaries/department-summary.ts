import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceStage } from '#libs/licence/licence.js';
import type { ObligationKind } from '#libs/licence/obligations.js';
import type { ObligationOutcome } from '#libs/licence/progress.js';

/** What was done to licences; each is counted on the day of the law that its event names. */
export type Act =
  | 'issued'
  | 'amended'
  | 'extended'
  | 'reissued'
  | 'holderChanged'
  | 'inspected'
  | 'suspended'
  | 'resumed'
  | 'revoked'
  | 'returned'
  | 'replaced'
  | 'expired';

/** How far a duty had come: its outcome, or why it has none yet. `unfollowed`: the rules of its licence follow nobody up. */
export type Standing = ObligationOutcome | 'examined' | 'returned' | 'awaited' | 'late' | 'unfollowed';

/** Standings that summaries did not know at first: one without any keeps the bytes that it had before. */
type LaterStanding = 'unexamined';

export type DutyCounts = Readonly<
  Record<Exclude<Standing, LaterStanding>, number> & Partial<Record<LaterStanding, number>>
>;

/** A duty that fell due in the period. Names of holders are no fact of the log; their ids are. */
export interface DutyLine {
  readonly licence: string;
  readonly licenceId: LicenceId;
  readonly dossierId: DossierId;
  readonly holder: PersonId;
  readonly obligation: string;
  readonly kind: ObligationKind;
  readonly name: Bilingual;
  /** The year that is reported on. */
  readonly period: number | null;
  readonly dueOn: LocalDate;
  readonly submittedOn: LocalDate | null;
  readonly late: boolean;
  readonly standing: Standing;
}

/** A violation by its code in the procedure, with the measures that it led to. */
export interface ViolationLine {
  readonly code: string;
  readonly name: Bilingual;
  /** Inspections that recorded it. */
  readonly findings: number;
  readonly suspensions: number;
  readonly revocations: number;
}

/** The whole of it, as JSON. Another shape gets another number. */
export interface DepartmentSummary {
  readonly shape: 'hoso.department-summary/1';
  readonly agency: AgencyId;
  readonly period: {
    readonly name: string;
    readonly fromOn: LocalDate;
    readonly toOn: LocalDate;
    readonly dueOn: LocalDate;
    /** Whether it was over when the log came to the position. */
    readonly over: boolean;
  };
  readonly position: number;
  readonly asOfOn: LocalDate;
  readonly licences: Readonly<Record<LicenceStage, number>>;
  readonly acts: Readonly<Record<Act, number>>;
  readonly duties: DutyCounts;
  /** For whose duty something was handed in. */
  readonly reported: readonly DutyLine[];
  /** Whose day has passed without it, or who missed it altogether. */
  readonly late: readonly DutyLine[];
  readonly violations: readonly ViolationLine[];
}
