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
    await recordDocuments(time);
  } finally {
    await time.stop();
  }
}

type Kind = 'dossier' | 'licence';
type Step = readonly [
  stage: string,
  afterDays: number | null,
  wakeFor: string | null,
  /** What is due while that waits for somebody outside. */
  meanwhile?: readonly [afterDays: number, wakeFor: string],
];

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

/** The revocation is signed after somebody was reminded of it, when the licence has long ended. */
const written: readonly Step[] = [
  ['suspended', 1, 'issueDocument', [1.005, 'remindWork']],
  ['suspended', 20, 'endSuspension'],
  ['inForce', 30, 'remindObligation'],
  ['revoked', 40, 'issueDocument', [40.005, 'escalateWork']],
  ['revoked', 50, 'issueDocument'],
  ['revoked', null, null],
];

async function recordDocuments(time: SkippedTime): Promise<void> {
  const [runId] = await play(time, 'licence', written);
  await record('licence-documents', time.environment.client.workflow.getHandle('licence/1', runId));
}

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
  const on = (days: number) => new Date(begin + days * DAY).toISOString();
  const news = steps.map(([stage, afterDays, wakeFor, meanwhile], index): Moved => {
    const moved = { version: index + 1, stage, wakeAt: afterDays === null ? null : on(afterDays), wakeFor };
    return meanwhile ? { ...moved, meanwhile: { wakeAt: on(meanwhile[0]), wakeFor: meanwhile[1] } } : moved;
  });
  const [first, ...then] = news;
  /** Nobody signs as long as something else is due meanwhile. */
  let latest = first;
  const findsNext = async (name: string): Promise<Moved | undefined> => {
    if (!latest?.meanwhile || latest.meanwhile.wakeFor === name) latest = then.shift();
    return latest;
  };
  const names = steps.flatMap(([, , wakeFor, meanwhile]) => [wakeFor, meanwhile?.[1]]);
  const activities = Object.fromEntries(
    names.map((name) => [name ?? 'nothing', () => findsNext(name ?? 'nothing')]),
  );
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
