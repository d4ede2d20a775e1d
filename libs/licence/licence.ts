import type { AgencyId, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';
import type { LicenceEvent, LicenceEvents } from './events.js';

/** The newest reminder of one duty. Earlier ones need no memory: a later one has overtaken them. */
export interface RemindedObligation {
  readonly obligation: string;
  readonly dueOn: LocalDate;
  readonly remindedAt: Instant;
}

export interface Licence {
  readonly id: LicenceId;
  /** Number of events folded. */
  readonly version: number;
  readonly stage: 'inForce' | 'expired';
  readonly dossierId: DossierId;
  /** The version under which it was issued; its duties and reminders. */
  readonly procedure: ProcedureReference;
  readonly agency: AgencyId;
  readonly holder: PersonId;
  /** As printed, `12/GP-TTĐT`. */
  readonly text: string;
  readonly issuedOn: LocalDate;
  /** Last day in force. */
  readonly expiresOn: LocalDate;
  /** One entry for each duty that was ever reminded of. */
  readonly obligations: readonly RemindedObligation[];
  readonly renewalRemindedAt?: Instant;
}

/** A stream without events is no licence yet. */
export type LicenceState = Licence | undefined;

/** The state after one more fact. Believes the past: what is in the log happened. */
export function evolveLicence(state: LicenceState, event: LicenceEvent): LicenceState {
  const next = event.type === 'LicenceOpened' ? opened(event.data) : state && evolved(state, event);
  return next && { ...next, version: (state?.version ?? 0) + 1 };
}

export function foldLicence(events: readonly LicenceEvent[]): LicenceState {
  return events.reduce<LicenceState>(evolveLicence, undefined);
}

function opened(data: LicenceEvents['LicenceOpened']): Licence {
  const { licenceId: id, dossierId, procedure, agency, holder, text, issuedOn, expiresOn } = data;
  const subject = { id, dossierId, procedure, agency, holder, text, issuedOn, expiresOn };
  return { ...subject, version: 0, stage: 'inForce', obligations: [] };
}

function evolved(licence: Licence, event: Exclude<LicenceEvent, { type: 'LicenceOpened' }>): Licence {
  switch (event.type) {
    case 'ObligationReminded':
      return { ...licence, obligations: newest(licence.obligations, event.data) };
    case 'RenewalReminded':
      return { ...licence, renewalRemindedAt: event.data.remindedAt };
    case 'LicenceExpired':
      return { ...licence, stage: 'expired' };
  }
}

function newest(
  known: readonly RemindedObligation[],
  { obligation, dueOn, remindedAt }: LicenceEvents['ObligationReminded'],
): readonly RemindedObligation[] {
  const others = known.filter((reminded) => reminded.obligation !== obligation);
  return [...others, { obligation, dueOn, remindedAt }];
}
