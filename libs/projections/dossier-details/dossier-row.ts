import { Schema } from 'mongoose';
import type { SubmittedPaper, LicenceReference } from '#libs/dossier/events.js';
import type { Outcome, Stage, SupplementRound } from '#libs/dossier/state.js';
import type { OpenTask } from '#libs/dossier/tasks.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId, Digest, DossierId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ApplicantKind, Channel } from '#libs/procedures/procedure.js';
import type { Chronicle } from '../chronicle.js';

export interface ProcedureOfDossier {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly name: Bilingual;
  readonly nationalCode: string;
  /** Decides by figures that were not read in the official text. */
  readonly provisional: boolean;
}

/** A dossier as its page shows it: where it stands, and everything that was done about it. */
export interface DossierRow extends Chronicle {
  readonly _id: DossierId;
  readonly position: number;
  /** What a person who looked at this page hands back as the expected version. */
  readonly version: number;
  readonly code: string | null;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  /** Status 1 to 10 of the national public-service portal. */
  readonly nationalStatus: number;
  readonly procedure: ProcedureOfDossier;
  readonly agency: AgencyId;
  /** Agencies whose opinion is being asked: they may see the dossier while they are. */
  readonly consulted: readonly AgencyId[];
  readonly channel: Channel;
  readonly applicant: PersonId;
  readonly applicantKind: ApplicantKind;
  /** The licence that it is about; null where it asks for one. */
  readonly about: LicenceReference | null;
  readonly form: Digest;
  /** Since when the form's answers are kept no more; null while they are. */
  readonly formErasedAt: Instant | null;
  readonly papers: readonly SubmittedPaper[];
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly appointedOn: LocalDate | null;
  readonly extended: boolean;
  readonly stepDueAt: Instant;
  readonly supplements: readonly SupplementRound[];
  readonly tasks: readonly OpenTask[];
  readonly closedAt: Instant | null;
  /** When the last commit was recorded. */
  readonly changedAt: Instant;
}

const NEWEST_FIRST = { receivedAt: -1, _id: -1 } as const;

export const dossierSchema = new Schema<DossierRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    version: { type: Number, required: true },
    code: String,
    stage: { type: String, required: true },
    outcome: String,
    nationalStatus: { type: Number, required: true },
    procedure: { type: Schema.Types.Mixed, required: true },
    agency: { type: String, required: true },
    consulted: [String],
    channel: { type: String, required: true },
    applicant: { type: String, required: true },
    applicantKind: { type: String, required: true },
    about: Schema.Types.Mixed,
    form: { type: String, required: true },
    formErasedAt: String,
    papers: [Schema.Types.Mixed],
    receivedAt: { type: String, required: true },
    acceptedAt: String,
    dueAt: String,
    appointedOn: String,
    extended: Boolean,
    stepDueAt: { type: String, required: true },
    supplements: [Schema.Types.Mixed],
    tasks: [Schema.Types.Mixed],
    closedAt: String,
    changedAt: { type: String, required: true },
    steps: [Schema.Types.Mixed],
    opinions: [Schema.Types.Mixed],
    findings: [Schema.Types.Mixed],
    appraisalReport: String,
    draft: Schema.Types.Mixed,
    decision: Schema.Types.Mixed,
    licence: Schema.Types.Mixed,
    certificate: String,
    letter: String,
    forwarding: Schema.Types.Mixed,
    handedOver: Schema.Types.Mixed,
    ending: Schema.Types.Mixed,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
)
  .index({ code: 1 }, { name: 'code' })
  .index({ applicant: 1, ...NEWEST_FIRST }, { name: 'applicant' })
  .index({ agency: 1, ...NEWEST_FIRST, stage: 1 }, { name: 'agency' })
  .index({ consulted: 1, ...NEWEST_FIRST }, { name: 'consulted' })
  .index({ ...NEWEST_FIRST, stage: 1 }, { name: 'all' });
