import type { AgencyId, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';
import type { LicenceEvent, LicenceEvents } from './events.js';

export interface Licence {
  readonly id: LicenceId;
  readonly version: number;
  readonly stage: 'inForce' | 'expired';
  readonly dossierId: DossierId;
  readonly procedure: ProcedureReference;
  readonly agency: AgencyId;
  readonly holder: PersonId;
  readonly text: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  /** Notices given, by their names: each is given once. */
  readonly notices: readonly string[];
}

export type LicenceState = Licence | undefined;

export function evolveLicence(state: LicenceState, event: LicenceEvent): LicenceState {
  const next = event.type === 'LicenceOpened' ? opened(event.data) : state && evolved(state, event);
  return next && { ...next, version: (state?.version ?? 0) + 1 };
}

export function foldLicence(events: readonly LicenceEvent[]): LicenceState {
  return events.reduce<LicenceState>(evolveLicence, undefined);
}

/** A duty is told of once for each of its reminders. */
export function obligationNotice(obligation: string, dueOn: LocalDate, step: number): string {
  return `${obligation} ${dueOn} ${step}`;
}

export function renewalNotice(step: number): string {
  return `renewal ${step}`;
}

function opened(data: LicenceEvents['LicenceOpened']): Licence {
  const { licenceId: id, dossierId, procedure, agency, holder, text, issuedOn, expiresOn } = data;
  const subject = { id, dossierId, procedure, agency, holder, text, issuedOn, expiresOn };
  return { ...subject, version: 0, stage: 'inForce', notices: [] };
}

function evolved(licence: Licence, event: Exclude<LicenceEvent, { type: 'LicenceOpened' }>): Licence {
  switch (event.type) {
    case 'ObligationReminded': {
      const { obligation, dueOn, step } = event.data;
      return noticed(licence, obligationNotice(obligation, dueOn, step));
    }
    case 'RenewalReminded':
      return noticed(licence, renewalNotice(event.data.step));
    case 'LicenceExpired':
      return { ...licence, stage: 'expired' };
  }
}

function noticed(licence: Licence, notice: string): Licence {
  return { ...licence, notices: [...licence.notices, notice] };
}
