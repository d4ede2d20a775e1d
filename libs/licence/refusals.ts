import type { PersonId } from '#libs/kernel/ids.js';
import type { RefusalOf } from '#libs/kernel/refusal.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Finding, LicenceEvent } from './events.js';
import type { ObligationOutcome } from './progress.js';

/** Every reason for which a command about a licence gives no event, with what explains it. */
export interface LicenceRefusals {
  readonly LicenceNotOpened: Record<never, never>;
  readonly LicenceAlreadyOpened: { readonly text: string };
  readonly LicenceExpired: { readonly endedOn: LocalDate };
  readonly LicenceRevoked: { readonly endedOn: LocalDate };
  readonly LicenceReturned: { readonly endedOn: LocalDate };
  readonly LicenceReplaced: { readonly endedOn: LocalDate };
  readonly LicenceSuspended: { readonly until: LocalDate };
  readonly LicenceNotSuspended: Record<never, never>;
  readonly TermEndsBeforeIssue: { readonly issuedOn: LocalDate; readonly expiresOn: LocalDate };
  readonly ObligationUnknown: { readonly obligation: string };
  readonly ObligationNotOwed: { readonly obligation: string; readonly dueOn: LocalDate };
  readonly ObligationSettled: { readonly obligation: string; readonly outcome: ObligationOutcome };
  readonly ObligationAlreadyAsked: { readonly obligation: string };
  readonly ReminderUnknown: { readonly step: number; readonly steps: number };
  readonly NotYetDue: { readonly at: Instant };
  readonly AlreadyDone: Record<never, never>;
  readonly NotProvided: { readonly procedure: string };
  readonly TextMissing: { readonly field: string };
  readonly DateNotAhead: { readonly dueOn: LocalDate; readonly today: LocalDate };
  readonly DueAfterTheEnd: { readonly dueOn: LocalDate; readonly expiresOn: LocalDate };
  readonly DateAhead: { readonly date: LocalDate; readonly today: LocalDate };
  readonly NothingToSubmit: { readonly obligation: string };
  readonly WrongPeriod: { readonly expected: number | null; readonly given: number | null };
  readonly PeriodNotOver: { readonly period: number };
  readonly ReportAlreadySubmitted: { readonly obligation: string };
  readonly NoReportSubmitted: { readonly obligation: string };
  readonly InspectionUnknown: { readonly inspection: string };
  readonly InspectionEnded: { readonly inspection: string };
  readonly InspectionTaken: { readonly inspection: string };
  readonly InspectionNotHeld: { readonly inspection: string };
  readonly NotOfThisFinding: { readonly finding: Finding; readonly field: string };
  readonly ViolationUnknown: { readonly violation: string };
  readonly MeasureNotForViolation: {
    readonly violation: string;
    readonly effect: 'suspends' | 'revokes';
  };
  readonly RemedyNotOverrun: { readonly obligation: string };
  readonly RemedyNotInWriting: { readonly obligation: string; readonly dueOn: LocalDate };
  readonly AlreadySuspendedFor: { readonly obligation: string };
  readonly DocumentUnknown: { readonly document: string };
  readonly DocumentNotNeeded: { readonly document: string };
  readonly DocumentAlreadyOrdered: { readonly document: string };
  readonly DocumentAlreadyApproved: { readonly document: string };
  readonly DocumentNotApproved: { readonly document: string };
  readonly DocumentAlreadyIssued: { readonly text: string };
  readonly DocumentNumberAlreadyAllocated: { readonly text: string };
  readonly DocumentNotNumbered: { readonly document: string };
  readonly OrdererMayNotApprove: { readonly orderedBy: PersonId };
  readonly SignatureNotRefused: Record<never, never>;
  readonly NewLicenceNeeded: { readonly fields: readonly string[] };
  readonly NothingAmended: Record<never, never>;
  readonly ExtensionFiledLate: { readonly filedOn: LocalDate; readonly latest: LocalDate };
  readonly ExtensionsUsedUp: { readonly times: number };
  readonly ExtensionTooLong: { readonly years: number; readonly maxYears: number };
}

export type LicenceRefusalName = keyof LicenceRefusals;
export type LicenceRefusal = RefusalOf<LicenceRefusals>;

/** What a command leads to: facts to record, or why there are none. */
export type LicenceDecision = readonly LicenceEvent[] | LicenceRefusal;

interface Refused<Name extends LicenceRefusalName> {
  readonly refusal: Name;
  readonly details: LicenceRefusals[Name];
}

export function refuseLicence<Name extends LicenceRefusalName>(
  refusal: Name,
  details: LicenceRefusals[Name],
): Refused<Name> {
  return { refusal, details };
}
