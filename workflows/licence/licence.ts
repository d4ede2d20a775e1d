import { allHandlersFinished, condition, continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { SubjectInput } from '../messages.js';
import { type StagePlan, SubjectInTime } from '../subject-in-time.js';
import { ended } from './ended.js';
import { inForce } from './in-force.js';
import { suspended } from './suspended.js';

/** A licence lives for up to ten years; a run of it for one at most, so that no code must understand an older history. */
const LONGEST_RUN_MS = 360 * 24 * 60 * 60 * 1000;

/** The stages of a licence that lives; in all others nothing but debts are left. */
const living: Readonly<Record<string, StagePlan>> = { inForce, suspended };

/** The life of one licence in time: reminders of what its holder owes, until it is no longer in force and the last document about it is out. */
export async function licence({ id, latest }: SubjectInput): Promise<{ readonly version: number }> {
  const subject = new SubjectInTime(id, latest);
  const startedAt = Date.now();
  const isLong = () => workflowInfo().continueAsNewSuggested;
  const isOld = () => Date.now() - startedAt >= LONGEST_RUN_MS || isLong();
  // Former runs went on nevertheless: a signature that is looked for every hour makes a history long within weeks.
  const tooLong = () => isLong() && patched('rests-when-long');
  await subject.firstNews();
  while (living[subject.stage] || subject.isOwed()) {
    const { stage } = subject;
    const plan = living[stage] ?? ended;
    await subject.live(stage, plan, {
      restAt: startedAt + LONGEST_RUN_MS,
      onlyDebts: !living[stage],
      tooLong,
    });
    if (!isOld()) continue;
    await condition(allHandlersFinished);
    await continueAsNew<typeof licence>({ id, latest: subject.snapshot() });
  }
  return { version: subject.snapshot().version };
}
