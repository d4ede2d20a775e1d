/** LIFE and REPLAY: ten years of a licence in skipped time, and how fast recorded histories are replayed. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { projectFolder } from '#docker/engines/project-folder.js';
import { lifeOf } from '../../apps/cli/simulation/life.js';
import { simulatedRules } from '../../apps/cli/simulation/rules.js';
import { simulate } from '../../apps/cli/simulation/simulate.js';
import { recordedNames, recordedText } from '../histories/replay.js';
import { ownEngines } from '../support/engines.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { bundleOf } from '../support/workflow-bundle.js';
import { bareWorkflows } from './bare-workflows.js';
import { type Figure, figureOf, type Run } from './figure.js';

const RUNS = 3;
const YEARS = 10;
const EVENTS = 30_000;

const workflowBundle = { codePath: join(projectFolder(), 'dist', 'workflow-bundle.js') };

export const lifeFigures = async (): Promise<readonly Figure[]> => [await lifetime(), await replay()];

/** One licence in a world of its own; the floor is a second licence in the same world: what a life costs without its servers. */
async function lifetime(): Promise<Figure> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const value = await secondsOf([run + 1]);
    runs.push({ value, floor: (await secondsOf([run + 1, run + 2])) - value });
  }
  const name = `${YEARS} years of one licence on the time-skipping server, its worker included (floor: what one more in the same world adds)`;
  return figureOf({ id: 'LIFE', name, unit: 's' }, runs);
}

async function secondsOf(seeds: readonly number[]): Promise<number> {
  const own = await ownEngines({ want: ['mongod', 'timeSkipping'] });
  const dataDir = await makeTestFolder();
  const { mongodbUri, timeSkippingAddress = '' } = own.engines;
  const place = { mongodbUri, timeSkippingAddress, database: 'lives', dataDir, workflowBundle };
  try {
    const begun = performance.now();
    await simulate(
      {
        lives: (backbone) => seeds.map((seed) => lifeOf({ seed, years: YEARS }, simulatedRules(backbone))),
      },
      place,
    );
    return (performance.now() - begun) / 1000;
  } finally {
    await own.stop();
    await removeTestFolder(dataDir);
  }
}

interface History {
  readonly events: readonly { readonly workflowExecutionStartedEventAttributes?: object | null }[];
}

/** As another run of the same: the core tells histories apart by the run in their first event. */
function asRun({ events: [first, ...rest] }: History): History {
  const started = { ...first?.workflowExecutionStartedEventAttributes, originalExecutionRunId: randomUUID() };
  return { events: [{ ...first, workflowExecutionStartedEventAttributes: started }, ...rest] };
}

/** Events in a second by one worker; the floor is the bare SDK, over histories of a workflow with nothing in it. */
async function replay(): Promise<Figure> {
  const texts = await Promise.all((await recordedNames()).map(recordedText));
  const ours = texts.map((text) => JSON.parse(text) as History);
  const bare = [await bareHistory()];
  const bareBundle = await bundleOf(fileURLToPath(new URL('floor-workflow.ts', import.meta.url)));
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const value = await eventsPerSecond(ours, workflowBundle);
    runs.push({ value, floor: await eventsPerSecond(bare, bareBundle) });
  }
  const name = 'recorded histories replayed (floor: the bare SDK over histories of an empty workflow)';
  return figureOf({ id: 'REPLAY', name, unit: 'events/s' }, runs);
}

async function eventsPerSecond(histories: readonly History[], bundle: WorkflowBundleOption): Promise<number> {
  const all: History[] = [];
  let events = 0;
  while (events < EVENTS) {
    const next = asRun(histories[all.length % histories.length] as History);
    all.push(next);
    events += next.events.length;
  }
  const asked = all.map((history, n) => ({ workflowId: `replayed-${n}`, history }));
  const begun = performance.now();
  const results = Worker.runReplayHistories({ workflowBundle: bundle, replayName: 'bench' }, asked);
  for await (const { error } of results) if (error) throw error;
  return (events * 1000) / (performance.now() - begun);
}

async function bareHistory(): Promise<History> {
  const own = await ownEngines({ want: ['temporal'] });
  const { temporalAddress } = own.engines;
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const barely = await bareWorkflows(client, temporalAddress);
  try {
    const { workflowId, runId } = await barely.one();
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    return { events: events ?? [] };
  } finally {
    await barely.stop();
    await connection.close();
    await own.stop();
  }
}
