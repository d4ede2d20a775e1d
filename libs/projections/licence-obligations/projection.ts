import { type OwedObligation, obligationsOf } from '#libs/licence/obligations.js';
import type { LicenceChange } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type ObligationRow, obligationSchema } from './obligation-row.js';

/** For holders and clerks: what is owed under which licence, by when, and what became of it. */
export const licenceObligations: Projection<ObligationRow> = {
  name: 'licence-obligations',
  schemaVersion: 1,
  schema: obligationSchema,
  writesFor: (change) => (change.subject === 'licence' ? written(change) : []),
};

/** Only duties about which this commit said something; all of them where the licence began or its term moved. */
function written(change: LicenceChange): readonly Write<ObligationRow>[] {
  const { before, after, procedure, commit, id } = change;
  const known = before ? obligationsOf(before.licence, procedure) : [];
  const earlier = new Map(known.map((owed) => [owed.id, JSON.stringify(owed)]));
  return obligationsOf(after.licence, procedure)
    .filter((owed) => earlier.get(owed.id) !== JSON.stringify(owed))
    .map((owed) => ({
      kind: 'put',
      id: rowId(id, owed),
      position: commit.position,
      born: !earlier.has(owed.id),
      row: () => rowOf(change, owed),
    }));
}

function rowOf({ id, commit, after: { licence } }: LicenceChange, owed: OwedObligation): ObligationRow {
  const { kind, name, dueOn, progress } = owed;
  const { reports, examined, late } = progress;
  return {
    _id: rowId(id, owed),
    position: commit.position,
    licenceId: id,
    licenceText: licence.text,
    holder: licence.holder,
    agency: licence.agency,
    obligation: owed.id,
    kind,
    name,
    subject: owed.subject ?? null,
    dueOn,
    period: owed.period ?? null,
    reported: owed.form !== undefined,
    reports,
    report: progress.report ?? null,
    examined,
    late,
    remindedAt: progress.remindedAt ?? null,
    outcome: progress.outcome ?? null,
  };
}

function rowId(licence: string, { id }: OwedObligation): string {
  return `${licence}/${id}`;
}
