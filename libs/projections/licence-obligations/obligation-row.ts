import { Schema } from 'mongoose';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId, Digest, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ObligationKind } from '#libs/licence/obligations.js';
import type { ObligationOutcome } from '#libs/licence/progress.js';
import type { RenewalOutcome } from '#libs/licence/renewal.js';

export type RowKind = ObligationKind | 'renewal';
export type RowOutcome = ObligationOutcome | RenewalOutcome;

/** One duty of one licence, or the time in which it may be renewed. */
export interface ObligationRow {
  /** `<licence>/<obligation>` */
  readonly _id: string;
  readonly position: number;
  readonly licenceId: LicenceId;
  readonly licenceText: string;
  readonly holder: PersonId;
  readonly agency: AgencyId;
  readonly obligation: string;
  readonly kind: RowKind;
  readonly name: Bilingual;
  readonly subject: string | null;
  /** From this day on; of a duty when it began, of a renewal when it opens. */
  readonly since: LocalDate;
  readonly dueOn: LocalDate;
  readonly period: number | null;
  /** Whether it can be met by a report at all. */
  readonly reported: boolean;
  readonly reports: number;
  readonly report: Digest | null;
  readonly examined: boolean;
  readonly late: boolean;
  readonly remindedAt: Instant | null;
  readonly outcome: RowOutcome | null;
}

export const obligationSchema = new Schema<ObligationRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    licenceId: { type: String, required: true },
    licenceText: { type: String, required: true },
    holder: { type: String, required: true },
    agency: { type: String, required: true },
    obligation: { type: String, required: true },
    kind: { type: String, required: true },
    name: { vi: String, en: String },
    subject: String,
    since: { type: String, required: true },
    dueOn: { type: String, required: true },
    period: Number,
    reported: Boolean,
    reports: Number,
    report: String,
    examined: Boolean,
    late: Boolean,
    remindedAt: String,
    outcome: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
)
  .index({ holder: 1, dueOn: 1, _id: 1 }, { name: 'holder' })
  .index({ agency: 1, outcome: 1, dueOn: 1, _id: 1 }, { name: 'agency' })
  .index({ licenceId: 1, dueOn: 1, _id: 1 }, { name: 'licence' })
  .index({ dueOn: 1, _id: 1 }, { name: 'all' });
