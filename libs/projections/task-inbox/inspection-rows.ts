import { inspectionTask, openInspections } from '#libs/licence/inspection-tasks.js';
import type { Inspection } from '#libs/licence/inspections.js';
import type { LicenceChange } from '../change.js';
import type { Write } from '../projection.js';
import type { InboxRow } from './inbox-row.js';

/** Inspections of a licence, in the inbox as tasks are. Rows that this commit did not touch stay as they are. */
export function inspectionWrites(change: LicenceChange): readonly Write<InboxRow>[] {
  const { id, commit, before, after } = change;
  const { position } = commit;
  const known = new Map(
    before ? openInspections(before.licence).map((one) => [one.id, JSON.stringify(one)] as const) : [],
  );
  const open = openInspections(after.licence);
  const remaining = new Set(open.map((one) => one.id));
  const done = [...known.keys()].filter((inspection) => !remaining.has(inspection));
  const changed = open.filter((one) => known.get(one.id) !== JSON.stringify(one));
  return [
    ...done.map((inspection) => ({ kind: 'remove' as const, id: `${id}/${inspection}`, position })),
    ...changed.map((one) => ({
      kind: 'put' as const,
      id: `${id}/${one.id}`,
      position,
      born: !known.has(one.id),
      row: () => rowOf(change, one),
    })),
  ];
}

function rowOf({ id, commit, after, procedure, calendar }: LicenceChange, inspection: Inspection): InboxRow {
  const { licence, opened } = after;
  const { id: taskId, role, askedAt, dueAt, remindAt, holder } = inspectionTask(inspection, calendar);
  return {
    _id: `${id}/${taskId}`,
    position: commit.position,
    taskId,
    dossierId: licence.dossierId,
    licenceId: id,
    licenceText: licence.text,
    code: opened.dossierCode,
    appointedOn: null,
    procedureId: procedure.id,
    procedureName: procedure.name,
    stage: null,
    kind: 'inspect',
    role,
    agency: licence.agency,
    holder: holder ?? null,
    dueAt,
    remindAt,
    receivedAt: askedAt,
    applicantKind: null,
    channel: null,
  };
}
