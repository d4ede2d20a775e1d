import type { SubjectInput } from '../messages.js';
import { type StagePlan, SubjectInTime } from '../subject-in-time.js';
import { appraisal } from './appraisal.js';
import { certificate } from './certificate.js';
import { closed } from './closed.js';
import { completeness } from './completeness.js';
import { decision } from './decision.js';
import { handover } from './handover.js';
import { receipt } from './receipt.js';
import { supplement } from './supplement.js';

const stages: Readonly<Record<string, StagePlan>> = {
  receipt,
  completeness,
  supplement,
  appraisal,
  decision,
  certificate,
  handover,
  closed,
};

/**
 * The life of one application in time: from receipt to hand-over it follows the stages that the log reports, and does in
 * each what that stage's page says falls due. It ends when the dossier is closed; a re-opened dossier starts a new run.
 */
export async function dossier({ id, latest }: SubjectInput): Promise<{ readonly version: number }> {
  const subject = new SubjectInTime(id, latest);
  await subject.firstNews();
  while (isOpen(subject)) {
    const { stage } = subject;
    await subject.live(stage, stages[stage] ?? {}, { onlyDebts: stage === 'closed' });
  }
  return { version: subject.snapshot().version };
}

/** A closed dossier still lives until nothing is owed to it: its licence may not be in the register yet. */
function isOpen(subject: SubjectInTime): boolean {
  return subject.stage !== 'closed' || subject.isOwed();
}
