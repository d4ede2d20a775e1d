import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { openTaskIds } from '../tasks.js';
import { objectionToWorker } from './work.js';

/** Who holds work gives it to a colleague, with a note for the control slip. */
export function handOverTask(
  { task, to, note }: DossierCommands['handOverTask'],
  dossier: OpenDossier,
  { actor }: Circumstances,
): Decision {
  if (!openTaskIds(dossier).includes(task)) return refuse('UnknownTask', { task });
  const from = dossier.holders[task];
  if (from === undefined) return refuse('TaskNotHeld', { task });
  return (
    objectionToWorker(dossier, actor, task) ?? [{ type: 'TaskHandedOver', data: { task, from, to, note } }]
  );
}
