import { formErasedAt } from '#libs/dossier/form-erasure.js';
import { nationalStatusOf } from '#libs/dossier/national-status.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { DossierChange } from '../change.js';
import type { Projection } from '../projection.js';
import { type DossierRow, dossierSchema, type ProcedureOfDossier } from './dossier-row.js';

/** For everybody who may open a dossier: one row is one dossier's page. */
export const dossierDetails: Projection<DossierRow> = {
  name: 'dossier-details',
  schemaVersion: 4,
  schema: dossierSchema,
  writesFor(change) {
    if (change.subject !== 'dossier') return [];
    const { id, commit, before } = change;
    const born = before === undefined;
    return [{ kind: 'put', id, position: commit.position, born, row: () => rowOf(change) }];
  },
};

function rowOf({ id, commit, after, procedure }: DossierChange): DossierRow {
  const { dossier, chronicle } = after;
  const closed = dossier.stage === 'closed';
  return {
    _id: id,
    position: commit.position,
    version: dossier.version,
    stage: dossier.stage,
    outcome: closed ? dossier.outcome : null,
    nationalStatus: nationalStatusOf(dossier),
    procedure: procedureOf(dossier, procedure),
    agency: dossier.agency,
    consulted: consultedBy(dossier),
    channel: dossier.channel,
    applicant: dossier.applicant,
    applicantKind: dossier.applicantKind,
    about: dossier.about ?? null,
    form: dossier.form,
    formErasedAt: formErasedAt(dossier) ?? null,
    papers: dossier.papers,
    receivedAt: dossier.receivedAt,
    ...clockOf(dossier),
    stepDueAt: dossier.stepDueAt,
    supplements: dossier.supplements,
    tasks: after.tasks(),
    closedAt: closed ? (chronicle.steps.at(-1)?.enteredAt ?? null) : null,
    changedAt: commit.recordedAt,
    ...chronicle,
  };
}

type DecisionClock = Pick<DossierRow, 'code' | 'acceptedAt' | 'dueAt' | 'appointedOn' | 'extended'>;

function clockOf({ acceptance }: Dossier): DecisionClock {
  if (!acceptance) return { code: null, acceptedAt: null, dueAt: null, appointedOn: null, extended: false };
  const { code, acceptedAt, dueAt, appointedOn, extensions } = acceptance;
  return { code, acceptedAt, dueAt, appointedOn, extended: extensions.length > 0 };
}

function procedureOf(dossier: Dossier, procedure: Procedure): ProcedureOfDossier {
  const { name, nationalCode, provisional } = procedure;
  return { ...dossier.procedure, name, nationalCode, provisional: provisional.length > 0 };
}

/** As long as the office still weighs their opinions, also while the applicant is asked for something. */
function consultedBy(dossier: Dossier): readonly AgencyId[] {
  if (dossier.stage === 'supplement') return consultedBy(dossier.resumes);
  if (dossier.stage !== 'appraisal' && dossier.stage !== 'decision') return [];
  return dossier.opinions.map(({ agency }) => agency);
}
