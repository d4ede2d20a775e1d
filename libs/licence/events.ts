import type { AgencyId, Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Duration } from '#libs/calendar/duration.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';
import type { AskedKind } from '#libs/procedures/supervision.js';
import type { DocumentEvents } from './document-events.js';

export type Ground =
  | { readonly kind: 'violation'; readonly violation: string }
  | { readonly kind: 'remedyOverrun'; readonly obligation: string }
  | { readonly kind: 'suspendedAgain' };

/** What every measure of the authority must say: on which ground, by which clause, why, and until when it may be appealed. */
interface Measure {
  readonly ground: Ground;
  readonly clause: string;
  readonly reason: string;
  readonly appealUntil: LocalDate;
}

/** What an inspection came to. A measure against the licence is the director's, and another act. */
export type Finding = 'nothingFound' | 'remedyOrdered' | 'violationRecorded';

export interface LicenceEvents extends DocumentEvents {
  readonly LicenceOpened: {
    readonly licenceId: LicenceId;
    readonly dossierId: DossierId;
    readonly dossierCode: string;
    readonly procedure: ProcedureReference;
    readonly agency: AgencyId;
    readonly holder: PersonId;
    readonly text: string;
    readonly certificate: Digest;
    readonly issuedOn: LocalDate;
    readonly expiresOn: LocalDate;
  };
  readonly ObligationReminded: {
    /** Its code if it comes back every year, else its id. */
    readonly obligation: string;
    readonly dueOn: LocalDate;
    /** Which of the duty's reminders, from 1. */
    readonly step: number;
    readonly remindedAt: Instant;
  };
  readonly RenewalReminded: {
    readonly step: number;
    readonly expiresOn: LocalDate;
    readonly remindedAt: Instant;
    /** No extension can be asked for any more; earlier releases did not say. */
    readonly final?: true;
  };
  readonly ObligationAsked: {
    readonly obligation: string;
    readonly kind: AskedKind;
    /** The question, the shortcoming, or the source. */
    readonly subject: string;
    readonly clause: string;
    readonly askedOn: LocalDate;
    readonly dueOn: LocalDate;
    /** How long before its day it is reminded of, whatever the rules say later; earlier releases left it to the rules of its kind. */
    readonly remindBefore?: readonly Duration[];
  };
  readonly ReportSubmitted: {
    readonly obligation: string;
    readonly reportNumber: number;
    readonly report: Digest;
    readonly submittedOn: LocalDate;
    readonly late: boolean;
    /** Last day on which the office examines it; earlier releases set none. */
    readonly examineBy?: LocalDate;
  };
  readonly ReportReturned: {
    readonly obligation: string;
    readonly reportNumber: number;
    readonly returnedOn: LocalDate;
    readonly reason: string;
  };
  readonly ReportAccepted: {
    readonly obligation: string;
    readonly reportNumber: number;
    readonly late: boolean;
  };
  readonly ObligationExcused: { readonly obligation: string; readonly reason: string };
  readonly ObligationMissed: {
    readonly obligation: string;
    readonly dueOn: LocalDate;
    readonly missedOn: LocalDate;
    /** The inspection that is asked for by it. */
    readonly inspection: string;
    /** Its last day; earlier releases set none. */
    readonly inspectBy?: LocalDate;
  };
  readonly InspectionClaimed: { readonly inspection: string; readonly inspector: PersonId };
  readonly InspectionReleased: { readonly inspection: string; readonly inspector: PersonId };
  readonly InspectionClosed: {
    readonly inspection: string;
    readonly inspector: PersonId;
    readonly finding: Finding;
    readonly note: string;
    readonly closedOn: LocalDate;
    /** Its code in the procedure, where one was recorded. */
    readonly violation?: string;
    /** The duty that asks for the remedy, where one was ordered. */
    readonly remedy?: string;
  };
  readonly ObligationLapsed: { readonly obligation: string; readonly dueOn: LocalDate };
  /** Handed in, and still before the office when the licence ended; earlier releases recorded that the duty lapsed. */
  readonly ReportLeftUnexamined: {
    readonly obligation: string;
    readonly reportNumber: number;
    readonly dueOn: LocalDate;
    readonly late: boolean;
  };
  readonly LicenceSuspended: Measure & { readonly suspendedOn: LocalDate; readonly until: LocalDate };
  readonly SuspensionLifted: { readonly liftedOn: LocalDate; readonly reason: string };
  readonly SuspensionEnded: { readonly endedOn: LocalDate };
  readonly LicenceRevoked: Measure & { readonly revokedOn: LocalDate };
  readonly LicenceReturned: { readonly returnedOn: LocalDate; readonly reason: string };
  readonly LicenceReplaced: { readonly replacedOn: LocalDate; readonly by: LicenceId };
  readonly LicenceAmended: {
    /** Names of the facts as the licence's template knows them; what they are now lies outside the log. */
    readonly facts: readonly string[];
    readonly evidence: Digest;
    readonly amendedOn: LocalDate;
  };
  readonly LicenceExtended: {
    readonly filedOn: LocalDate;
    readonly years: number;
    readonly extendedOn: LocalDate;
    readonly expiresOn: LocalDate;
  };
  readonly LicenceReissued: {
    readonly cause: 'lost' | 'damaged';
    readonly reason: string;
    readonly reissuedOn: LocalDate;
  };
  readonly HolderChangeNoted: {
    readonly change: 'owner' | 'headOffice';
    readonly changedOn: LocalDate;
    readonly evidence: Digest;
    readonly notedOn: LocalDate;
    /** When its holder told of it, until when they had to, and whether that was too late; absent where the rules set no time. */
    readonly told?: { readonly on: LocalDate; readonly by: LocalDate; readonly late: boolean };
  };
  readonly LicenceExpired: { readonly expiredOn: LocalDate };
  /** Somebody in the office was reminded of a task about the licence. */
  readonly WorkReminded: { readonly task: string; readonly dueAt: Instant };
  /** A task that was not done in time was told to the head of division. */
  readonly WorkEscalated: { readonly task: string; readonly dueAt: Instant };
}

export type LicenceEventType = keyof LicenceEvents;
export type LicenceEventOf<Type extends LicenceEventType> = {
  readonly type: Type;
  readonly data: LicenceEvents[Type];
};
export type LicenceEvent = { readonly [Type in LicenceEventType]: LicenceEventOf<Type> }[LicenceEventType];
