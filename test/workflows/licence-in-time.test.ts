import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { Moved } from '../../workflows/messages.js';
import { DECADES, type SkippedTime, skippedTime } from '../support/time-skipping.js';

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365 * DAY;
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
    return followRuns('licence/1', handle.signaledRunId);
  });
  expect(remindedInYear).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(runs).toBeGreaterThanOrEqual(10);
});

it('reminds the office of a document while its signature is awaited, and ends when the last one is out', async () => {
  const begin = await time.environment.currentTimeMs();
  const day = (days: number) => new Date(begin + days * DAY).toISOString();
  const done: string[] = [];
  let version = 1;
  const awaited = (): Moved => {
    const waits = { version, stage: 'revoked', wakeAt: day(0), wakeFor: 'issueDocument' };
    if (version === 1) return { ...waits, meanwhile: { wakeAt: day(3), wakeFor: 'remindWork' } };
    if (version === 2) return { ...waits, meanwhile: { wakeAt: day(4), wakeFor: 'escalateWork' } };
    return waits;
  };
  const tell = (name: string) => async (): Promise<Moved> => {
    const days = Math.floor(((await time.environment.currentTimeMs()) - begin) / DAY);
    done.push(`${name} ${days}`);
    if (name !== 'issueDocument') version += 1;
    else if (days >= 10) return { version: 4, stage: 'revoked', wakeAt: null, wakeFor: null };
    return awaited();
  };
  const names = ['issueDocument', 'remindWork', 'escalateWork'];
  const activities = Object.fromEntries(names.map((name) => [name, tell(name)]));
  await time.with(activities, async (taskQueue) => {
    const handle = await time.environment.client.workflow.signalWithStart('licence', {
      workflowId: 'licence/2',
      taskQueue,
      args: [{ id: '2' }],
      signal: 'moved',
      signalArgs: [awaited()],
      workflowRunTimeout: DECADES,
    });
    expect(await handle.result()).toStrictEqual({ version: 4 });
  });
  expect(done.filter((one) => !one.startsWith('issueDocument'))).toStrictEqual([
    'remindWork 3',
    'escalateWork 4',
  ]);
  // The longer it waits the rarer it is looked for, an hour apart at most.
  expect(done.length).toBeLessThan(300);
});

it('goes on in a new run when its history has become long, also while it waits for somebody who does not sign', async () => {
  const begin = await time.environment.currentTimeMs();
  const wakeAt = new Date(begin).toISOString();
  const awaited: Moved = { version: 1, stage: 'inForce', wakeAt, wakeFor: 'issueDocument' };
  const activities = {
    async issueDocument(): Promise<Moved> {
      const days = ((await time.environment.currentTimeMs()) - begin) / DAY;
      return days < 18 ? awaited : { version: 2, stage: 'expired', wakeAt: null, wakeFor: null };
    },
  };
  const runs = await time.with(activities, async (taskQueue) => {
    const handle = await time.environment.client.workflow.signalWithStart('licence', {
      workflowId: 'licence/4',
      taskQueue,
      args: [{ id: '4' }],
      signal: 'moved',
      signalArgs: [awaited],
      workflowRunTimeout: DECADES,
    });
    expect(await handle.result()).toStrictEqual({ version: 2 });
    return followRuns('licence/4', handle.signaledRunId);
  });
  expect(runs).toBe(2);
});

it('what the log takes costs no task of its own; what it does not take is asked again until it does', async () => {
  const begin = await time.environment.currentTimeMs();
  const day = (days: number) => new Date(begin + days * DAY).toISOString();
  const owed = (version: number): Moved => ({
    version,
    stage: 'inForce',
    wakeAt: day(version),
    wakeFor: 'remindObligation',
  });
  let version = 1;
  let refusals = 0;
  const activities = {
    async remindObligation(): Promise<Moved> {
      if (version === 2 && refusals < 4) {
        refusals += 1;
        throw new Error('The log does not answer');
      }
      version += 1;
      return version < 4 ? owed(version) : { version, stage: 'expired', wakeAt: null, wakeFor: null };
    },
  };
  const scheduled = await time.with(activities, async (taskQueue) => {
    const handle = await time.environment.client.workflow.signalWithStart('licence', {
      workflowId: 'licence/3',
      taskQueue,
      args: [{ id: '3' }],
      signal: 'moved',
      signalArgs: [owed(1)],
      workflowRunTimeout: DECADES,
    });
    expect(await handle.result()).toStrictEqual({ version: 4 });
    const { events }: History = await handle.fetchHistory();
    return (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes);
  });
  expect({ refusals, scheduled: scheduled.length }).toStrictEqual({ refusals: 4, scheduled: 1 });
});

/** Number of runs in the chain that begins with `runId`: each ends by continuing as new, the last one by completing. */
async function followRuns(workflowId: string, runId: string): Promise<number> {
  const { workflow } = time.environment.client;
  let runs = 0;
  let next: string | null | undefined = runId;
  for (; next; runs += 1) {
    const history: History = await workflow.getHandle(workflowId, next).fetchHistory();
    next = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}
