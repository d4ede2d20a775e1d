import type { SupplementRound as Round } from '#libs/dossier/state.js';
import type { Subject } from '#libs/access/policy.js';
import type { DossierRow } from '#libs/projections/dossier-details/dossier-row.js';
import type { SeenDossier } from '../clock/clocks.js';
import type { Deliberation } from './deliberation.js';
import type { Dossier } from './dossier.js';
import type { SupplementRound } from './dossier-parts.js';

/** What the policy asks of a row. */
export function subjectOf({ applicant, agency, consulted }: DossierRow): Subject {
  return { kind: 'Dossier', applicant, agency, consulted };
}

/** A dossier for GraphQL, with what only its resolvers use. */
export type DossierView = Dossier & { readonly row: DossierRow };

export function viewOf(row: DossierRow): DossierView {
  const { _id, form, applicant, supplements, ...rest } = row;
  return {
    ...rest,
    id: _id,
    formDigest: form,
    applicantId: applicant,
    supplements: supplements.map((round) => roundOf(round, row)),
    row,
  };
}

export function deliberationOf(row: DossierRow): Deliberation & SeenDossier {
  const { tasks, opinions, findings, appraisalReport, draft } = row;
  const seenTasks = tasks.map((task) => ({ ...task, ...seen(row) }));
  const seenOpinions = opinions.map((opinion) => ({ ...opinion, ...seen(row) }));
  const seenDraft = draft && { ...draft, ...seen(row) };
  return {
    tasks: seenTasks,
    opinions: seenOpinions,
    findings,
    appraisalReport,
    draft: seenDraft,
    ...seen(row),
  };
}

/** What belongs to a dossier knows as of where it was read, so that its dates are explained as of then. */
function seen({ _id: dossierId, position }: DossierRow): SeenDossier {
  return { dossierId, position };
}

function roundOf({ items, ...round }: Round, row: DossierRow): SupplementRound & SeenDossier {
  return { ...round, ...seen(row), items: items.map(({ about, ...item }) => ({ ...item, ...about })) };
}
