import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToTask, objectionToWorker } from './work.js';

/** Who holds work gives it back. */
export function releaseTask(
  { task }: DossierCommands['releaseTask'],
  dossier: OpenDossier,
  { actor }: Circumstances,
): Decision {
  const objection = objectionToTask(dossier, task);
  if (objection) return objection;
  if (dossier.holders[task] === undefined) return refuse('TaskNotHeld', { task });
  return objectionToWorker(dossier, actor, task) ?? [{ type: 'TaskReleased', data: { task, by: actor } }];
}
