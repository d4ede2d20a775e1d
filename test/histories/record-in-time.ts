import { findBinary } from '#docker/engines/find-binary.js';
import type { Moved } from '../../workflows/messages.js';
import { DECADES, type SkippedTime, skippedTime } from '../support/time-skipping.js';
import { record } from './recording.js';

const DAY = 24 * 60 * 60 * 1000;

/** The runs that only time drives, in skipped time: nobody answers, and a licence over its years. */
export async function recordInTime(): Promise<void> {
  const time = await skippedTime(await findBinary('timeSkipping', { log: () => undefined }));
  try {
    await recordLateness(time);
    await recordYears(time);
  } finally {
    await time.stop();
  }
}

type Kind = 'dossier' | 'licence';
type Step = readonly [stage: string, afterDays: number | null, wakeFor: string | null];

/** What each activity finds in turn: where the subject stands then, and what is due how many days from the beginning. */
const lateness: readonly Step[] = [
  ['receipt', 1, 'remindOfficer'],
  ['receipt', 2, 'escalateLateness'],
  ['supplement', 10, 'remindApplicant'],
  ['supplement', 20, 'lapseSupplement'],
  ['closed', null, null],
];
const years: readonly Step[] = [
  ['inForce', 200, 'remindObligation'],
  ['inForce', 565, 'remindObligation'],
  ['inForce', 600, 'remindRenewal'],
  ['inForce', 700, 'expireLicence'],
  ['expired', null, null],
];

async function recordLateness(time: SkippedTime): Promise<void> {
  const [runId] = await play(time, 'dossier', lateness);
  await record('dossier-late', time.environment.client.workflow.getHandle('dossier/1', runId));
}

async function recordYears(time: SkippedTime): Promise<void> {
  const names = ['licence-first-year', 'licence-second-year'];
  const runs = await play(time, 'licence', years);
  for (const [index, runId] of runs.entries())
    await record(names[index] ?? '', time.environment.client.workflow.getHandle('licence/1', runId));
}

/** @returns the runs in their order. */
async function play(time: SkippedTime, kind: Kind, steps: readonly Step[]): Promise<readonly string[]> {
  const { client } = time.environment;
  const begin = await time.environment.currentTimeMs();
  const news = steps.map(([stage, afterDays, wakeFor], index): Moved => {
    const wakeAt = afterDays === null ? null : new Date(begin + afterDays * DAY).toISOString();
    return { version: index + 1, stage, wakeAt, wakeFor };
  });
  const [first, ...then] = news;
  const findsNext = async (): Promise<Moved | undefined> => then.shift();
  const activities = Object.fromEntries(steps.map(([, , wakeFor]) => [wakeFor ?? 'nothing', findsNext]));
  return time.with(activities, async (taskQueue) => {
    const handle = await client.workflow.signalWithStart(kind, {
      workflowId: `${kind}/1`,
      taskQueue,
      args: [{ id: '1' }],
      signal: 'moved',
      signalArgs: [first],
      workflowRunTimeout: DECADES,
    });
    await handle.result();
    return runsOf(time, `${kind}/1`, handle.signaledRunId);
  });
}

async function runsOf(time: SkippedTime, workflowId: string, firstRunId: string): Promise<readonly string[]> {
  const runs: string[] = [];
  for (let next: string | null | undefined = firstRunId; next;) {
    runs.push(next);
    const { events } = await time.environment.client.workflow.getHandle(workflowId, next).fetchHistory();
    next = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}
