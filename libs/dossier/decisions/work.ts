import type { PersonId } from '#libs/kernel/ids.js';
import { type DossierRefusal, refuse } from '../refusals.js';
import type { Dossier } from '../state.js';
import { openTaskIds, stageTaskId, wasEverOpen } from '../tasks.js';

/** Whoever is entitled may do work that nobody holds; what somebody holds is theirs. */
export function objectionToWorker(
  dossier: Dossier,
  actor: PersonId,
  task = stageTaskId(dossier),
): DossierRefusal | undefined {
  const holder = task === undefined ? undefined : dossier.holders[task];
  if (task === undefined || holder === undefined || holder === actor) return undefined;
  return refuse('TaskHeldByAnother', { task, holder });
}

/** Work that is over, and work that never was, cannot be given to anybody. */
export function objectionToTask(dossier: Dossier, task: string): DossierRefusal | undefined {
  if (openTaskIds(dossier).includes(task)) return undefined;
  return refuse(wasEverOpen(dossier, task) ? 'TaskNotOpen' : 'UnknownTask', { task });
}

/** Four eyes: the task to approve a draft is not for the person who prepared it. */
export function objectionToHolder(dossier: Dossier, task: string, to: PersonId): DossierRefusal | undefined {
  if (dossier.stage !== 'decision' || task !== stageTaskId(dossier)) return undefined;
  const { preparedBy } = dossier.draft;
  return to === preparedBy ? refuse('PreparerMayNotApprove', { preparedBy }) : undefined;
}

/** What is written to people or kept for the record says something. */
export function objectionToBlank(texts: Readonly<Record<string, string>>): DossierRefusal | undefined {
  const blank = Object.entries(texts).find(([, text]) => text.trim() === '');
  return blank && refuse('TextMissing', { field: blank[0] });
}
