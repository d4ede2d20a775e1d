import { Schema } from 'mongoose';
import type { TaskKind } from '#libs/dossier/tasks.js';
import type { Stage } from '#libs/dossier/state.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Role } from '#libs/kernel/roles.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceTaskKind } from '#libs/licence/work.js';
import type { ApplicantKind, Channel } from '#libs/procedures/procedure.js';

/** Work about dossiers, and about licences. */
export type WorkKind = TaskKind | LicenceTaskKind;

/** An open task as an officer sees it in a list. */
export interface InboxRow {
  /** `<dossier>/<task>`, `<licence>/<task>` */
  readonly _id: string;
  readonly position: number;
  readonly taskId: string;
  /** Of a task about a licence the dossier that led to it. */
  readonly dossierId: DossierId;
  /** Null: the task is about a dossier. */
  readonly licenceId: LicenceId | null;
  readonly licenceText: string | null;
  /** The document about a licence that the task is about. */
  readonly documentId: string | null;
  /** Null until the dossier is accepted. */
  readonly code: string | null;
  readonly procedureId: string;
  readonly procedureName: Bilingual;
  /** Null, as all that only a dossier has, where the task is about a licence. */
  readonly stage: Stage | null;
  readonly kind: WorkKind;
  readonly role: Role;
  readonly agency: AgencyId;
  /** Null: nobody has taken it. */
  readonly holder: PersonId | null;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly receivedAt: Instant;
  readonly appointedOn: LocalDate | null;
  readonly applicantKind: ApplicantKind | null;
  readonly channel: Channel | null;
}

/**
 * Every list is sorted by due instant, then id, straight from an index. The fields by which lists are filtered stand at the end
 * of each index, so that a row that does not match is never fetched.
 */
const SORT = { dueAt: 1, _id: 1 } as const;
const FILTERS = { stage: 1, kind: 1, procedureId: 1 } as const;

export const inboxSchema = new Schema<InboxRow>(
  {
    _id: { type: String, required: true },
    position: { type: Number, required: true },
    taskId: { type: String, required: true },
    dossierId: { type: String, required: true },
    licenceId: String,
    licenceText: String,
    documentId: String,
    code: String,
    procedureId: { type: String, required: true },
    procedureName: { vi: String, en: String },
    stage: String,
    kind: { type: String, required: true },
    role: { type: String, required: true },
    agency: { type: String, required: true },
    holder: String,
    dueAt: { type: String, required: true },
    remindAt: { type: String, required: true },
    receivedAt: { type: String, required: true },
    appointedOn: String,
    applicantKind: String,
    channel: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
)
  .index({ holder: 1, ...SORT, ...FILTERS }, { name: 'mine' })
  .index({ agency: 1, role: 1, ...SORT, ...FILTERS }, { name: 'team' })
  .index({ agency: 1, role: 1, holder: 1, ...SORT, ...FILTERS }, { name: 'unassigned' })
  .index({ ...SORT, ...FILTERS }, { name: 'all' })
  .index(
    { kind: 1, remindAt: 1 },
    { name: 'examinations', partialFilterExpression: { kind: 'examineReport' } },
  );
