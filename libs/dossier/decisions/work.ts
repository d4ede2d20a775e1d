import type { PersonId } from '#libs/kernel/ids.js';
import { type DossierRefusal, refuse } from '../refusals.js';
import type { CertificateStage, Dossier } from '../state.js';
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

/** Four eyes: the task to approve a draft is not for the person who prepared it; nobody signs for somebody else. */
export function objectionToHolder(dossier: Dossier, task: string, to: PersonId): DossierRefusal | undefined {
  if (task !== stageTaskId(dossier)) return undefined;
  if (dossier.stage === 'certificate') return objectionToSigner(dossier, to);
  if (dossier.stage !== 'decision') return undefined;
  const { preparedBy } = dossier.draft;
  return to === preparedBy ? refuse('PreparerMayNotApprove', { preparedBy }) : undefined;
}

function objectionToSigner({ signing }: CertificateStage, to: PersonId): DossierRefusal | undefined {
  const { role, signer = '' } = signing?.awaiting ?? {};
  return role !== 'person' || signer === to ? undefined : refuse('SignatureIsOfAnother', { signer });
}

/** What is written to people or kept for the record says something. */
export function objectionToBlank(texts: Readonly<Record<string, string>>): DossierRefusal | undefined {
  const blank = Object.entries(texts).find(([, text]) => text.trim() === '');
  return blank && refuse('TextMissing', { field: blank[0] });
}
