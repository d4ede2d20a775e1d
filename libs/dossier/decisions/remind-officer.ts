import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { noticeOf } from '../evolve/working.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { openTasks } from '../tasks.js';
import { objectionToTask } from './work.js';

/** Once for each date, and not before the share of the step's time is used up. */
export function remindOfficer(
  { task }: DossierCommands['remindOfficer'],
  dossier: OpenDossier,
  { procedure, calendar, now }: Circumstances,
): Decision {
  const open = openTasks(dossier, procedure, calendar).find(({ id }) => id === task);
  if (!open) return objectionToTask(dossier, task) ?? [];
  if (dossier.reminded.includes(noticeOf(task, open.dueAt))) return refuse('AlreadyDone', {});
  if (now < open.remindAt) return refuse('NotYetDue', { at: open.remindAt });
  return [{ type: 'OfficerReminded', data: { task, dueAt: open.dueAt } }];
}
