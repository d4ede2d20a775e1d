import { type LicenceTask, openWork } from '#libs/licence/work.js';
import type { LicenceChange } from '../change.js';
import type { Write } from '../projection.js';
import type { InboxRow } from './inbox-row.js';

/** Work about a licence, in the inbox as that about dossiers is. Rows that this commit did not touch stay as they are. */
export function licenceWrites(change: LicenceChange): readonly Write<InboxRow>[] {
  const { id, commit, before, after, calendar } = change;
  const { position } = commit;
  const earlier = before ? openWork(before.licence, calendar) : [];
  const known = new Map(earlier.map((task) => [task.id, JSON.stringify(task)] as const));
  const open = openWork(after.licence, calendar);
  const remaining = new Set(open.map((task) => task.id));
  const done = [...known.keys()].filter((task) => !remaining.has(task));
  const changed = open.filter((task) => known.get(task.id) !== JSON.stringify(task));
  return [
    ...done.map((task) => ({ kind: 'remove' as const, id: `${id}/${task}`, position })),
    ...changed.map((task) => ({
      kind: 'put' as const,
      id: `${id}/${task.id}`,
      position,
      born: !known.has(task.id),
      row: () => rowOf(change, task),
    })),
  ];
}

function rowOf({ id, commit, after, procedure }: LicenceChange, task: LicenceTask): InboxRow {
  const { licence, opened } = after;
  const { id: taskId, kind, role, askedAt, dueAt, remindAt, holder = null, document = null } = task;
  return {
    _id: `${id}/${taskId}`,
    position: commit.position,
    taskId,
    dossierId: licence.dossierId,
    licenceId: id,
    licenceText: licence.text,
    documentId: document,
    code: opened.dossierCode,
    appointedOn: null,
    procedureId: procedure.id,
    procedureName: procedure.name,
    stage: null,
    kind,
    role,
    agency: licence.agency,
    holder,
    dueAt,
    remindAt,
    receivedAt: askedAt,
    applicantKind: null,
    channel: null,
  };
}
