import type { AgencyId, Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';

export interface LicenceEvents {
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
  };
  readonly LicenceExpired: { readonly expiredOn: LocalDate };
}

export type LicenceEventType = keyof LicenceEvents;
export type LicenceEvent = {
  readonly [Type in LicenceEventType]: { readonly type: Type; readonly data: LicenceEvents[Type] };
}[LicenceEventType];

export interface LicenceCommands {
  readonly openLicence: LicenceEvents['LicenceOpened'];
  readonly remindObligation: {
    readonly obligation: string;
    readonly dueOn: LocalDate;
    readonly step: number;
  };
  readonly remindRenewal: { readonly step: number };
  readonly expireLicence: Record<never, never>;
}

export type LicenceCommandType = keyof LicenceCommands;
export type LicenceCommand = {
  readonly [Type in LicenceCommandType]: { readonly type: Type; readonly data: LicenceCommands[Type] };
}[LicenceCommandType];
