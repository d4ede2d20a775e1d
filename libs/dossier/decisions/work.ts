import type { PersonId } from '#libs/kernel/ids.js';
import { type DossierRefusal, refuse } from '../refusals.js';
import type { Dossier } from '../state.js';
import { stageTaskId } from '../tasks.js';

/** Whoever is entitled may do work that nobody holds; what somebody holds is theirs. */
export function objectionToWorker(
  dossier: Dossier,
  actor: PersonId,
  task = stageTaskId(dossier),
): DossierRefusal | undefined {
  const holder = dossier.holders[task];
  if (holder === undefined || holder === actor) return undefined;
  return refuse('TaskHeldByAnother', { task, holder });
}
