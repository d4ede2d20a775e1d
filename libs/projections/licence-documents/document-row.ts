import { Schema } from 'mongoose';
import type { AgencyId, Digest, DossierId, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { DocumentKind } from '#libs/licence/document-events.js';

/** How far a document has come; `dropped`: a letter whose duty was settled before it had its number. */
export type DocumentState = 'ordered' | 'approved' | 'numbered' | 'issued' | 'dropped';

/** A decision or letter about a licence. */
export interface DocumentRow {
  /** `<licence>/<document>` */
  readonly _id: string;
  readonly position: number;
  readonly documentId: string;
  readonly licenceId: string;
  readonly licenceText: string;
  /** The dossier that led to the licence. */
  readonly dossierId: DossierId;
  readonly holder: PersonId;
  readonly agency: AgencyId;
  readonly kind: DocumentKind;
  /** The duty that a letter is about. */
  readonly obligation: string | null;
  readonly state: DocumentState;
  /** Counted from 0 for each licence, in the order in which they were ordered. */
  readonly ordinal: number;
  readonly orderedOn: LocalDate;
  /** As printed; null until it has one. */
  readonly text: string | null;
  readonly issuedOn: LocalDate | null;
  /** SHA-256 of the signed file; null until it is out. */
  readonly file: Digest | null;
  /** Printed on it: leads anybody to its public page, once it is out. */
  readonly verificationCode: string | null;
}

export const documentSchema = new Schema<DocumentRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    documentId: { type: String, required: true },
    licenceId: { type: String, required: true },
    licenceText: { type: String, required: true },
    dossierId: { type: String, required: true },
    holder: { type: String, required: true },
    agency: { type: String, required: true },
    kind: { type: String, required: true },
    obligation: String,
    state: { type: String, required: true },
    ordinal: { type: Number, required: true },
    orderedOn: { type: String, required: true },
    text: String,
    issuedOn: String,
    file: String,
    verificationCode: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
)
  .index({ licenceId: 1, ordinal: 1 }, { name: 'licence' })
  .index({ verificationCode: 1 }, { name: 'verificationCode' });
