/** REPLAY: how fast recorded histories are replayed. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { projectFolder } from '#docker/engines/project-folder.js';
import { recordedNames, recordedText } from '../histories/replay.js';
import { ownEngines } from '../support/engines.js';
import { bundleOf } from '../support/workflow-bundle.js';
import { bareWorkflows } from './bare-workflows.js';
import { type Figure, figureOf, type Run } from './figure.js';

const RUNS = 5;
/** Of each run: ours and the floor by turns, so that what else the machine does weighs on both. */
const TURNS = 15;
const EVENTS_IN_A_TURN = 400;
/** Code that runs for the first time is not what is measured. */
const WARMING = 3000;
/** The server batches signals as it likes: no two histories of the floor have the same number of events. */
const BARE_HISTORIES = 5;

const workflowBundle = { codePath: join(projectFolder(), 'dist', 'workflow-bundle.js') };

type History = ReturnType<typeof historyFromJSON>;

/**
 * Events in a second of processor time, the core and its threads included: one worker that has its code already, over histories that are
 * parsed already. The floor is the bare SDK, over histories of an empty workflow.
 */
export async function replayFigures(): Promise<readonly Figure[]> {
  const bareBundle = await bundleOf(fileURLToPath(new URL('floor-workflow.ts', import.meta.url)));
  const ours = replaying(await recordedHistories(), workflowBundle);
  const bare = replaying(await bareHistories(), bareBundle);
  await ours.replay(WARMING);
  await bare.replay(WARMING);
  const runs: Run[] = [];
  while (runs.length < RUNS) runs.push(await byTurns(ours, bare));
  await Promise.all([ours.stop(), bare.stop()]);
  const name =
    'recorded histories replayed, per second of a core (floor: the bare SDK over histories of an empty workflow)';
  return [figureOf({ id: 'REPLAY', name, unit: 'events/s' }, runs)];
}

async function byTurns(ours: Replaying, bare: Replaying): Promise<Run> {
  const turns = { ours: [] as Spent[], bare: [] as Spent[] };
  while (turns.bare.length < TURNS) {
    turns.ours.push(await ours.replay(EVENTS_IN_A_TURN));
    turns.bare.push(await bare.replay(EVENTS_IN_A_TURN));
  }
  return { value: rate(turns.ours), floor: rate(turns.bare) };
}

interface Spent {
  readonly events: number;
  /** Of processor time, in all threads of this process. */
  readonly seconds: number;
}

const rate = (turns: readonly Spent[]): number => sum(turns, 'events') / sum(turns, 'seconds');
const sum = (turns: readonly Spent[], what: keyof Spent): number =>
  turns.reduce((all, turn) => all + turn[what], 0);

interface Replaying {
  /** Replays at least so many events. */
  replay(events: number): Promise<Spent>;
  stop(): Promise<unknown>;
}

/** One worker that replays the same histories for ever, as many of them as it is asked for. */
function replaying(histories: readonly History[], bundle: WorkflowBundleOption): Replaying {
  let replayed = 0;
  function* endless() {
    for (let n = 0; ; n += 1) {
      const history = asRun(histories[n % histories.length] as History);
      replayed += history.events?.length ?? 0;
      yield { workflowId: `replayed-${n}`, history };
    }
  }
  const results = Worker.runReplayHistories({ workflowBundle: bundle, replayName: 'bench' }, endless());
  return {
    async replay(events) {
      const before = { replayed, used: process.cpuUsage() };
      while (replayed - before.replayed < events) {
        const { value } = await results.next();
        if (value.error) throw value.error;
      }
      const { user, system } = process.cpuUsage(before.used);
      return { events: replayed - before.replayed, seconds: (user + system) / 1e6 };
    },
    stop: async () => results.return?.(),
  };
}

/** As another run of the same: the core tells histories apart by the run in their first event. */
function asRun({ events }: History): History {
  const [first, ...rest] = events ?? [];
  const started = { ...first?.workflowExecutionStartedEventAttributes, originalExecutionRunId: randomUUID() };
  return { events: [{ ...first, workflowExecutionStartedEventAttributes: started }, ...rest] };
}

async function recordedHistories(): Promise<readonly History[]> {
  const texts = await Promise.all((await recordedNames()).map(recordedText));
  return texts.map((text) => historyFromJSON(JSON.parse(text)));
}

async function bareHistories(): Promise<readonly History[]> {
  const own = await ownEngines({ want: ['temporal'] });
  const { temporalAddress } = own.engines;
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const barely = await bareWorkflows(client, temporalAddress);
  try {
    const histories: History[] = [];
    while (histories.length < BARE_HISTORIES) {
      const { workflowId, runId } = await barely.one();
      histories.push(await client.workflow.getHandle(workflowId, runId).fetchHistory());
    }
    return histories;
  } finally {
    await barely.stop();
    await connection.close();
    await own.stop();
  }
}
