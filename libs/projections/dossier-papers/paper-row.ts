import { Schema } from 'mongoose';
import type { GivenPaper } from '#libs/dossier/given-papers.js';
import type { AgencyId, Digest, DossierId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';

/** A slip, letter or decision that the applicant of a dossier was given. */
export interface PaperRow {
  /** The code that is printed on it. */
  readonly _id: string;
  readonly position: number;
  readonly kind: GivenPaper;
  readonly dossierId: DossierId;
  /** Null where it was never accepted. */
  readonly dossierCode: string | null;
  readonly agency: AgencyId;
  readonly procedure: { readonly id: string; readonly version: string };
  /** Of a letter or decision, as printed; null for a slip, whose number follows from its position. */
  readonly number: string | null;
  readonly givenOn: LocalDate;
  /** SHA-256 of what was signed; null for a slip, which is drawn from the log when it is asked for. */
  readonly file: Digest | null;
}

export const paperSchema = new Schema<PaperRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    kind: { type: String, required: true },
    dossierId: { type: String, required: true },
    dossierCode: String,
    agency: { type: String, required: true },
    procedure: { id: String, version: String },
    number: String,
    givenOn: { type: String, required: true },
    file: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
);
