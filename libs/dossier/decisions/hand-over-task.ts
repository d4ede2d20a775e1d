import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToHolder, objectionToTask, objectionToWorker } from './work.js';

/** Who holds work gives it to a colleague, with a note for the control slip. */
export function handOverTask(
  { task, to, note }: DossierCommands['handOverTask'],
  dossier: OpenDossier,
  { actor }: Circumstances,
): Decision {
  const unopen = objectionToTask(dossier, task);
  if (unopen) return unopen;
  const from = dossier.holders[task];
  if (from === undefined) return refuse('TaskNotHeld', { task });
  const objection = objectionToWorker(dossier, actor, task) ?? objectionToHolder(dossier, task, to);
  if (objection) return objection;
  if (to === from) return refuse('HandedToSelf', { task });
  return [{ type: 'TaskHandedOver', data: { task, from, to, note } }];
}
