import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { Moved } from '../../workflows/messages.js';
import { DECADES, type SkippedTime, skippedTime } from '../support/time-skipping.js';

const YEAR = 365 * 24 * 60 * 60 * 1000;
let time: SkippedTime;

beforeAll(async () => {
  time = await skippedTime();
});
afterAll(() => time.stop());

it('reminds every year for ten years, in runs of a year at most, and ends when the licence expires', async () => {
  const begin = await time.environment.currentTimeMs();
  const remindedInYear: number[] = [];
  const yearsAhead = (years: number) => new Date(begin + years * YEAR).toISOString();
  const activities = {
    async remindObligation(): Promise<Moved> {
      remindedInYear.push(Math.round(((await time.environment.currentTimeMs()) - begin) / YEAR));
      const version = remindedInYear.length + 1;
      if (version > 9) return { version, stage: 'inForce', wakeAt: yearsAhead(10), wakeFor: 'expireLicence' };
      return { version, stage: 'inForce', wakeAt: yearsAhead(version), wakeFor: 'remindObligation' };
    },
    async expireLicence(): Promise<Moved> {
      return { version: 99, stage: 'expired', wakeAt: null, wakeFor: null };
    },
  };
  const runs = await time.with(activities, async (taskQueue) => {
    const { workflow } = time.environment.client;
    const first: Moved = { version: 1, stage: 'inForce', wakeAt: yearsAhead(1), wakeFor: 'remindObligation' };
    const handle = await workflow.signalWithStart('licence', {
      workflowId: 'licence/1',
      taskQueue,
      args: [{ id: '1' }],
      signal: 'moved',
      signalArgs: [first],
      workflowRunTimeout: DECADES,
    });
    expect(await handle.result()).toStrictEqual({ version: 99 });
    return followRuns(handle.signaledRunId);
  });
  expect(remindedInYear).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(runs).toBeGreaterThanOrEqual(10);
});

/** Number of runs in the chain that begins with `runId`: each ends by continuing as new, the last one by completing. */
async function followRuns(runId: string): Promise<number> {
  const { workflow } = time.environment.client;
  let runs = 0;
  let next: string | null | undefined = runId;
  for (; next; runs += 1) {
    const history: History = await workflow.getHandle('licence/1', next).fetchHistory();
    next = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}
