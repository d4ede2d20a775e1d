import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToHolder, objectionToTask, objectionToWorker } from './work.js';

/** Somebody takes work that nobody holds. */
export function claimTask(
  { task }: DossierCommands['claimTask'],
  dossier: OpenDossier,
  { actor }: Circumstances,
): Decision {
  const objection =
    objectionToTask(dossier, task) ??
    objectionToWorker(dossier, actor, task) ??
    objectionToHolder(dossier, task, actor);
  if (objection) return objection;
  return dossier.holders[task] === actor ? [] : [{ type: 'TaskClaimed', data: { task, by: actor } }];
}
