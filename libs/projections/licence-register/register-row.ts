import { Schema } from 'mongoose';
import type { AgencyId, Digest, DossierId, PersonId } from '#libs/kernel/ids.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceStage } from '#libs/licence/licence.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';

/** A licence in the register. */
export interface LicenceRow {
  /** `licence/<id>` */
  readonly _id: string;
  readonly position: number;
  readonly entry: 'licence';
  readonly licenceId: string;
  readonly version: number;
  readonly stage: LicenceStage;
  /** As printed, `12/GP-TTĐT`. */
  readonly text: string;
  readonly name: Bilingual;
  readonly agency: AgencyId;
  readonly holder: PersonId;
  readonly dossierId: DossierId;
  readonly dossierCode: string;
  readonly procedure: ProcedureReference;
  readonly certificate: Digest;
  /** Printed on the certificate: leads anybody to its public page. */
  readonly verificationCode: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  /** When its holder is reminded next; null when only its end is still to come. */
  readonly nextReminderOn: LocalDate | null;
  /** Last day of the suspension; null while there is none. */
  readonly suspendedUntil: LocalDate | null;
}

/** A number that was given and stands for no licence: the register has no gap that is not explained. */
export interface VoidRow {
  /** `void/<dossier>/<number text>` */
  readonly _id: string;
  readonly position: number;
  readonly entry: 'void';
  readonly text: string;
  readonly agency: AgencyId;
  readonly dossierId: DossierId;
  readonly dossierCode: string | null;
  readonly issuedOn: LocalDate;
  readonly reason: string;
}

export type RegisterRow = LicenceRow | VoidRow;

const NEWEST_FIRST = { issuedOn: -1, _id: -1 } as const;

export const registerSchema = new Schema<RegisterRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    entry: { type: String, required: true },
    licenceId: String,
    version: Number,
    stage: String,
    text: { type: String, required: true },
    name: { vi: String, en: String },
    agency: { type: String, required: true },
    holder: String,
    dossierId: { type: String, required: true },
    dossierCode: String,
    procedure: Schema.Types.Mixed,
    certificate: String,
    verificationCode: String,
    issuedOn: { type: String, required: true },
    expiresOn: String,
    nextReminderOn: String,
    suspendedUntil: String,
    reason: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
)
  .index({ text: 1, issuedOn: -1 }, { name: 'text' })
  .index({ verificationCode: 1 }, { name: 'verificationCode', sparse: true })
  .index({ holder: 1, ...NEWEST_FIRST }, { name: 'holder' })
  .index({ agency: 1, ...NEWEST_FIRST }, { name: 'agency' })
  .index({ ...NEWEST_FIRST }, { name: 'all' })
  .index({ stage: 1, expiresOn: 1 }, { name: 'expiring' });
