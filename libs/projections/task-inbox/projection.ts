import type { OpenTask } from '#libs/dossier/tasks.js';
import type { DossierChange, DossierSoFar } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type InboxRow, inboxSchema } from './inbox-row.js';

/** For officers: every open task is a row, and a task that is done has none. */
export const taskInbox: Projection<InboxRow> = {
  name: 'task-inbox',
  schemaVersion: 1,
  schema: inboxSchema,
  writesFor(change) {
    if (change.subject !== 'dossier') return [];
    const { before, after, commit, id } = change;
    const open = new Set(after.tasks.map((task) => task.id));
    const known = new Set(before?.tasks.map((task) => task.id));
    const done = [...known].filter((task) => !open.has(task));
    return [
      ...done.map((task) => ({ kind: 'remove' as const, id: rowId(id, task), position: commit.position })),
      ...after.tasks.map((task) => put(change, task, !known.has(task.id))),
    ];
  },
};

function put(change: DossierChange, task: OpenTask, born: boolean): Write<InboxRow> {
  const { position } = change.commit;
  return { kind: 'put', id: rowId(change.id, task.id), position, born, row: () => rowOf(change, task) };
}

function rowOf({ id, commit, after, procedure }: DossierChange, task: OpenTask): InboxRow {
  const { dossier } = after;
  return {
    _id: rowId(id, task.id),
    position: commit.position,
    taskId: task.id,
    dossierId: id,
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
