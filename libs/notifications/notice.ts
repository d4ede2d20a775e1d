import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

/** What can be said to somebody; each has a text in both languages. */
export type NoticeKind =
  | 'dossierReceived'
  | 'dossierAccepted'
  | 'intakeRefused'
  | 'dossierRedirected'
  | 'dossierForwarded'
  | 'forwardingAnswered'
  | 'forwardingRefused'
  | 'supplementRequested'
  | 'supplementReceived'
  | 'supplementLapsed'
  | 'licenceDenied'
  | 'resultReady'
  | 'entryDropped'
  | 'resultHandedOver'
  | 'dossierWithdrawn'
  | 'dossierStopped'
  | 'dossierReopened'
  | 'formErased'
  | 'deadlineExtended'
  | 'deadlinesMoved'
  | 'applicantReminded'
  | 'licenceOpened'
  | 'obligationDue'
  | 'obligationOverdue'
  | 'renewalDue'
  | 'renewalOver'
  | 'obligationAsked'
  | 'reportArrived'
  | 'reportReturned'
  | 'reportAccepted'
  | 'obligationExcused'
  | 'obligationMissed'
  | 'inspectionAsked'
  | 'inspectionClosed'
  | 'licenceSuspended'
  | 'licenceResumed'
  | 'licenceRevoked'
  | 'licenceReturned'
  | 'licenceReplaced'
  | 'licenceAmended'
  | 'licenceExtended'
  | 'licenceReissued'
  | 'holderChangeNoted'
  | 'holderChangeLate'
  | 'licenceExpired'
  | 'documentIssued'
  | 'licenceWorkArrived'
  | 'licenceWorkDue'
  | 'licenceWorkLate'
  | 'workArrived'
  | 'taskAssigned'
  | 'taskDue'
  | 'taskLate'
  | 'draftReturned'
  | 'opinionAsked'
  | 'opinionOverdue'
  | 'deliveryFailed'
  | 'addressBounces'
  | 'summaryDue'
  | 'summaryLate';

/** One event told to one person. Names nobody: a reference, a date, and the way to the rest. */
export interface Notice {
  /** `<stream>@<commit>.<event>`: the same whenever the log is read again. */
  readonly event: string;
  readonly person: PersonId;
  readonly kind: NoticeKind;
  readonly statutory: boolean;
  /** What a later notice about the same thing makes superfluous where both would stand in one message. */
  readonly about: string;
  readonly agency: AgencyId;
  /** Dossier code or licence number; before there is one what the person filed and when, in Vietnamese. */
  readonly reference: string;
  /** The same in both languages, where it is said in words. */
  readonly called?: Bilingual;
  /** The duty that it is about, as its procedure calls it. */
  readonly duty?: Bilingual;
  /** Last day on which what it speaks of may still be asked for. */
  readonly until?: LocalDate;
  /** Date or instant that the notice is about. */
  readonly due?: string;
  readonly at: Instant;
}
