import type { DossierChange, DossierSoFar } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type InboxRow, inboxSchema } from './inbox-row.js';
import { licenceWrites } from './licence-rows.js';

/** For officers: every open task is a row, and a task that is done has none. */
export const taskInbox: Projection<InboxRow> = {
  name: 'task-inbox',
  schemaVersion: 5,
  schema: inboxSchema,
  writesFor(change) {
    if (change.subject === 'licence') return licenceWrites(change);
    const { before, after, commit, id } = change;
    const known = before?.taskIds ?? [];
    const done = known.filter((task) => !after.taskIds.includes(task));
    return [
      ...done.map((task) => ({ kind: 'remove' as const, id: rowId(id, task), position: commit.position })),
      ...after.taskIds.map((task) => put(change, task, !known.includes(task))),
    ];
  },
};

function put(change: DossierChange, task: string, born: boolean): Write<InboxRow> {
  const { position } = change.commit;
  return { kind: 'put', id: rowId(change.id, task), position, born, row: () => rowOf(change, task) };
}

function rowOf(change: DossierChange, taskId: string): InboxRow {
  const { id, commit, after, procedure } = change;
  const { dossier } = after;
  const task = after.tasks().find((one) => one.id === taskId);
  if (!task) throw new RangeError(`${taskId} is not among the open tasks of ${id}`);
  return {
    _id: rowId(id, taskId),
    position: commit.position,
    taskId,
    dossierId: id,
    licenceId: null,
    licenceText: null,
    documentId: null,
    ...acceptanceOf(after),
    procedureId: procedure.id,
    procedureName: procedure.name,
    stage: dossier.stage,
    kind: task.kind,
    role: task.role,
    agency: task.agency,
    holder: task.holder ?? null,
    dueAt: task.dueAt,
    remindAt: task.remindAt,
    receivedAt: dossier.receivedAt,
    applicantKind: dossier.applicantKind,
    channel: dossier.channel,
  };
}

function acceptanceOf({ dossier }: DossierSoFar): Pick<InboxRow, 'code' | 'appointedOn'> {
  const { code = null, appointedOn = null } = dossier.acceptance ?? {};
  return { code, appointedOn };
}

function rowId(dossier: string, task: string): string {
  return `${dossier}/${task}`;
}
