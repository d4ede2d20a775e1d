import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { openTaskIds } from '../tasks.js';
import { objectionToWorker } from './work.js';

/** Somebody takes work that nobody holds. */
export function claimTask(
  { task }: DossierCommands['claimTask'],
  dossier: OpenDossier,
  { actor }: Circumstances,
): Decision {
  if (!openTaskIds(dossier).includes(task)) return refuse('UnknownTask', { task });
  const objection = objectionToWorker(dossier, actor, task);
  if (objection) return objection;
  return dossier.holders[task] === actor ? [] : [{ type: 'TaskClaimed', data: { task, by: actor } }];
}
