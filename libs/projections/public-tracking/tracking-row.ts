import { Schema } from 'mongoose';
import type { ForwardingAnswer } from '#libs/dossier/letter-events.js';
import type { Stage } from '#libs/dossier/state.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Digest, DossierId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

/** As little as answers "where is it, what do I do, by when": nothing of this names a person. */
export interface TrackingRow {
  readonly _id: DossierId;
  readonly position: number;
  /** Null until accepted; until then the identifier on the confirmation is the key. */
  readonly code: string | null;
  readonly procedureName: Bilingual;
  readonly stage: Stage;
  /** Status 1 to 10 of the national public-service portal. */
  readonly nationalStatus: number;
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly appointedOn: LocalDate | null;
  /** The applicant must answer a request for supplements by then. */
  readonly answerBy: Instant | null;
  readonly steps: readonly { readonly stage: Stage; readonly enteredAt: Instant }[];
  /** The authority that decides instead, and what it decided, where that is known. */
  readonly sentOnTo: string | null;
  readonly answer: {
    readonly answer: ForwardingAnswer['answer'];
    readonly number: string | null;
    readonly decidedOn: LocalDate;
  } | null;
}

/** As stored: with the digest of the second secret, which never leaves the query. */
export interface TrackedRow extends TrackingRow {
  readonly secret: Digest;
}

export const trackingSchema = new Schema<TrackedRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    code: String,
    secret: { type: String, required: true },
    procedureName: { vi: String, en: String },
    stage: { type: String, required: true },
    nationalStatus: { type: Number, required: true },
    receivedAt: { type: String, required: true },
    acceptedAt: String,
    appointedOn: String,
    answerBy: String,
    steps: [Schema.Types.Mixed],
    sentOnTo: String,
    answer: Schema.Types.Mixed,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
).index({ code: 1, secret: 1 }, { name: 'key' });
