import { type OwedObligation, obligationsOf } from '#libs/licence/obligations.js';
import { type RenewalWindow, renewalWindows } from '#libs/licence/renewal.js';
import type { LicenceChange, LicenceSoFar } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type ObligationRow, obligationSchema } from './obligation-row.js';

/** For holders and clerks: what is owed under which licence, by when, and what became of it. */
export const licenceObligations: Projection<ObligationRow> = {
  name: 'licence-obligations',
  schemaVersion: 3,
  schema: obligationSchema,
  writesFor: (change) => (change.subject === 'licence' ? written(change) : []),
};

/** What a row says beside the licence that it is of. */
type Entry = Omit<ObligationRow, '_id' | 'position' | 'licenceId' | 'licenceText' | 'holder' | 'agency'>;

/**
 * Only what this commit said something about; all of it where the licence began or its term moved. A licence that ends before its time
 * takes the duties with it that had not begun.
 */
function written(change: LicenceChange): readonly Write<ObligationRow>[] {
  const { before, after, commit, id } = change;
  const known = before ? entriesOf(before, change) : [];
  const earlier = new Map(known.map((entry) => [entry.obligation, JSON.stringify(entry)]));
  const entries = entriesOf(after, change);
  const remaining = new Set(entries.map(({ obligation }) => obligation));
  const { position } = commit;
  const gone = known.filter(({ obligation }) => !remaining.has(obligation));
  const changed = entries.filter((entry) => earlier.get(entry.obligation) !== JSON.stringify(entry));
  return [
    ...gone.map(({ obligation }) => ({ kind: 'remove' as const, id: `${id}/${obligation}`, position })),
    ...changed.map((entry) => ({
      kind: 'put' as const,
      id: `${id}/${entry.obligation}`,
      position,
      born: !earlier.has(entry.obligation),
      row: () => rowOf(change, entry),
    })),
  ];
}

function entriesOf({ licence }: LicenceSoFar, { procedure, calendar }: LicenceChange): readonly Entry[] {
  return [
    ...obligationsOf(licence, procedure).map(dutyEntry),
    ...renewalWindows(licence, procedure, calendar).map(renewalEntry),
  ];
}

function dutyEntry({ id, kind, name, subject, since, dueOn, period, form, progress }: OwedObligation): Entry {
  const { reports, report, examined, late, remindedAt, outcome } = progress;
  return {
    obligation: id,
    kind,
    name,
    subject: subject ?? null,
    since,
    dueOn,
    period: period ?? null,
    reported: form !== undefined,
    reports,
    report: report ?? null,
    examined,
    late,
    remindedAt: remindedAt ?? null,
    outcome: outcome ?? null,
  };
}

/** Nothing is handed in to a window: an extension is asked for by an application of its own. */
function renewalEntry({ id, name, opensOn, closesOn, remindedAt, outcome }: RenewalWindow): Entry {
  return {
    obligation: id,
    kind: 'renewal',
    name,
    subject: null,
    since: opensOn,
    dueOn: closesOn,
    period: null,
    reported: false,
    reports: 0,
    report: null,
    examined: false,
    late: false,
    remindedAt: remindedAt ?? null,
    outcome: outcome ?? null,
  };
}

function rowOf({ id, commit, after: { licence } }: LicenceChange, entry: Entry): ObligationRow {
  return {
    _id: `${id}/${entry.obligation}`,
    position: commit.position,
    licenceId: id,
    licenceText: licence.text,
    holder: licence.holder,
    agency: licence.agency,
    ...entry,
  };
}
