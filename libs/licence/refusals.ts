import type { RefusalOf } from '#libs/kernel/refusal.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from './events.js';

/** Every reason for which a command about a licence gives no event, with what explains it. */
export interface LicenceRefusals {
  readonly LicenceNotOpened: Record<never, never>;
  readonly LicenceAlreadyOpened: { readonly text: string };
  readonly LicenceNotInForce: { readonly expiresOn: LocalDate };
  readonly TermEndsBeforeIssue: { readonly issuedOn: LocalDate; readonly expiresOn: LocalDate };
  readonly ObligationUnknown: { readonly obligation: string };
  readonly ObligationNotOwed: { readonly obligation: string; readonly dueOn: LocalDate };
  readonly ReminderUnknown: { readonly step: number; readonly steps: number };
  readonly NotYetDue: { readonly at: Instant };
  readonly AlreadyDone: Record<never, never>;
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
