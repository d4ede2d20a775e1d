import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { isAtWork } from '../../workflows/from-outside.js';
import type { Moved } from '../../workflows/messages.js';
import { DECADES, type SkippedTime, skippedTime } from '../support/time-skipping.js';

const HOUR = 60 * 60 * 1000;
let time: SkippedTime;
let started = 0;

beforeAll(async () => {
  time = await skippedTime();
});
afterAll(() => time.stop());

const inHours = async (hours: number) =>
  new Date((await time.environment.currentTimeMs()) + hours * HOUR).toISOString();
const closed = (version: number): Moved => ({ version, stage: 'closed', wakeAt: null, wakeFor: null });

const certificateDue = (at: number): Moved => ({
  version: 3,
  stage: 'certificate',
  wakeAt: new Date(at).toISOString(),
  wakeFor: 'issueCertificate',
});

async function begin(taskQueue: string, first: Moved): Promise<WorkflowHandle> {
  started += 1;
  return time.environment.client.workflow.signalWithStart('dossier', {
    workflowId: `dossier/${started}`,
    taskQueue,
    args: [{ id: String(started) }],
    signal: 'moved',
    signalArgs: [first],
    workflowRunTimeout: DECADES,
  });
}

async function hasSetTimer(handle: WorkflowHandle): Promise<boolean> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).some((event) => event.timerStartedEventAttributes);
}

describe('a dossier in time', () => {
  it('does what falls due when its hour has come, and ends when the dossier is closed', async () => {
    const calls: string[] = [];
    const activities = {
      async remindOfficer({ id }: { id: string }): Promise<Moved> {
        calls.push(
          `remind ${id} after ${Math.round(((await time.environment.currentTimeMs()) - before) / HOUR)} h`,
        );
        return closed(2);
      },
    };
    const before = await time.environment.currentTimeMs();
    const result = await time.with(activities, async (taskQueue) => {
      const handle = await begin(taskQueue, {
        version: 1,
        stage: 'receipt',
        wakeAt: await inHours(8),
        wakeFor: 'remindOfficer',
      });
      return handle.result();
    });
    expect(calls).toStrictEqual([`remind ${started} after 8 h`]);
    expect(result).toStrictEqual({ version: 2 });
  });

  it('leaves a stage without doing what would have fallen due in it', async () => {
    const calls: string[] = [];
    const activities = { remindOfficer: async (): Promise<Moved> => (calls.push('remind'), closed(9)) };
    await time.with(activities, async (taskQueue) => {
      const wakeAt = await inHours(8);
      const handle = await begin(taskQueue, {
        version: 1,
        stage: 'receipt',
        wakeAt,
        wakeFor: 'remindOfficer',
      });
      await handle.signal('moved', closed(2));
      await handle.result();
    });
    expect(calls).toStrictEqual([]);
  });

  it('ignores news that is older than what it knows', async () => {
    const calls: string[] = [];
    const activities = { noteOpinionOverdue: async (): Promise<Moved> => (calls.push('note'), closed(9)) };
    await time.with(activities, async (taskQueue) => {
      const wakeAt = await inHours(40);
      const appraisal = { version: 5, stage: 'appraisal', wakeAt, wakeFor: 'noteOpinionOverdue' };
      const handle = await begin(taskQueue, appraisal);
      await handle.signal('moved', { version: 4, stage: 'closed', wakeAt: null, wakeFor: null });
      await handle.result();
    });
    expect(calls).toStrictEqual(['note']);
  });

  it('tries again with patience what is due and cannot be done yet, instead of spinning', async () => {
    const at: number[] = [];
    let tries = 0;
    const start = await time.environment.currentTimeMs();
    const due = certificateDue(start);
    const activities = {
      async issueCertificate(): Promise<Moved> {
        at.push(Math.round(((await time.environment.currentTimeMs()) - start) / 60_000));
        tries += 1;
        return tries < 3 ? due : closed(4);
      },
    };
    await time.with(activities, async (taskQueue) => (await begin(taskQueue, due)).result());
    expect(at).toStrictEqual([0, 1, 2]);
  });

  it('is seen at work as long as an act is tried, and at rest while it waits', async () => {
    const { client } = time.environment;
    const seen: boolean[] = [];
    const look = async () => void seen.push(await isAtWork(client, `dossier/${started}`));
    const due = certificateDue(await time.environment.currentTimeMs());
    const wakeAt = await inHours(8);
    const activities = {
      async issueCertificate(): Promise<Moved> {
        await look();
        if (seen.length === 1) throw new Error('The disk is full');
        return { version: 4, stage: 'handover', wakeAt, wakeFor: 'remindApplicant' };
      },
      remindApplicant: async (): Promise<Moved> => closed(5),
    };
    await time.with(activities, async (taskQueue) => {
      const handle = await begin(taskQueue, due);
      while (await isAtWork(client, handle.workflowId)) await wait(50);
      await handle.result();
    });
    expect(seen).toStrictEqual([true, true]);
  });

  it('looks less and less often for what takes days', async () => {
    const at: number[] = [];
    const start = await time.environment.currentTimeMs();
    const due = certificateDue(start);
    const days = 3 * 24 * HOUR;
    const activities = {
      async issueCertificate(): Promise<Moved> {
        const now = await time.environment.currentTimeMs();
        at.push(now - start);
        return now - start < days ? due : closed(4);
      },
    };
    await time.with(activities, async (taskQueue) => (await begin(taskQueue, due)).result());
    const between = at.slice(1).map((ms, n) => ms - (at[n] ?? 0));
    expect(at.length).toBeLessThan(130);
    expect(Math.max(...between)).toBeLessThanOrEqual(1.02 * HOUR);
    expect(Math.min(...between)).toBeGreaterThanOrEqual(59_000);
  });

  it('looks at once when there is news, though it would not have for an hour', async () => {
    const at: number[] = [];
    const start = await time.environment.currentTimeMs();
    const due = certificateDue(start - 24 * HOUR);
    const activities = {
      async issueCertificate(): Promise<Moved> {
        at.push((await time.environment.currentTimeMs()) - start);
        return at.length === 1 ? due : closed(5);
      },
    };
    await time.with(activities, async (taskQueue) => {
      const handle = await begin(taskQueue, due);
      while (!(await hasSetTimer(handle)));
      await handle.signal('moved', { ...due, version: 4 });
      await handle.result();
    });
    expect(at.length).toBe(2);
    expect(at[1]).toBeLessThan(HOUR / 2);
  });

  it('enters the licence of a dossier that is closed already, and then ends', async () => {
    const calls: string[] = [];
    const activities = { enterLicence: async (): Promise<Moved> => (calls.push('enter'), closed(8)) };
    const result = await time.with(activities, async (taskQueue) => {
      const wakeAt = await inHours(0);
      const owed = { version: 7, stage: 'closed', wakeAt, wakeFor: 'enterLicence' };
      return (await begin(taskQueue, owed)).result();
    });
    expect([calls, result]).toStrictEqual([['enter'], { version: 8 }]);
  });

  it('ends when an operator cancels it while it waits, also in the breath in which it hears something', async () => {
    const waiting = async (version: number): Promise<Moved> => ({
      version,
      stage: 'receipt',
      wakeAt: await inHours(8),
      wakeFor: 'remindOfficer',
    });
    const calls: string[] = [];
    const activities = { remindOfficer: async (): Promise<Moved> => (calls.push('remind'), closed(9)) };
    await time.with(activities, async (taskQueue) => {
      const handle = await begin(taskQueue, await waiting(1));
      await handle.signal('moved', await waiting(2));
      await handle.cancel();
      await expect(handle.result()).rejects.toMatchObject({ cause: { name: 'CancelledFailure' } });
    });
    expect(calls).toStrictEqual([]);
  });
});
