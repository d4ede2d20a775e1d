import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { noticeOf } from '../evolve/working.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { openTasks } from '../tasks.js';
import { objectionToTask } from './work.js';

/** What is overdue goes to the head of division, once for each date. */
export function escalateLateness(
  { task }: DossierCommands['escalateLateness'],
  dossier: OpenDossier,
  { procedure, calendar, now }: Circumstances,
): Decision {
  const open = openTasks(dossier, procedure, calendar).find(({ id }) => id === task);
  if (!open) return objectionToTask(dossier, task) ?? [];
  if (dossier.escalated.includes(noticeOf(task, open.dueAt))) return refuse('AlreadyDone', {});
  if (now < open.dueAt) return refuse('NotYetDue', { at: open.dueAt });
  return [{ type: 'LatenessEscalated', data: { task, dueAt: open.dueAt } }];
}
