import type { SupplementRound as Round } from '#libs/dossier/state.js';
import type { Subject } from '#libs/access/policy.js';
import type { DossierRow } from '#libs/projections/dossier-details/dossier-row.js';
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
    supplements: supplements.map(roundOf),
    row,
  };
}

export function deliberationOf(row: DossierRow): Deliberation {
  const { tasks, opinions, findings, appraisalReport, draft } = row;
  return { tasks, opinions, findings, appraisalReport, draft };
}

function roundOf({ items, ...round }: Round): SupplementRound {
  return { ...round, items: items.map(({ about, ...item }) => ({ ...item, ...about })) };
}
