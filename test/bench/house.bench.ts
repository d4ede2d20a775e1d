/** START and RSS: a warm `npm start` until it is ready, and what its processes then hold in memory at rest together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { startEngines } from '#docker/engines/engines.js';
import { projectFolder } from '#docker/engines/project-folder.js';
import { freePort } from '../gateway/support/free-port.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { type Figure, figureOf, type Run } from './figure.js';
import { heldMb, residentMb, statusOf } from './memory.js';

const RUNS = 3;
/** After a start, until nothing is compiled or collected any more. */
const COMES_TO_REST_MS = 30_000;

export async function houseFigures(): Promise<readonly Figure[]> {
  const dataDir = await makeTestFolder();
  const starts: Run[] = [];
  const memory: Run[] = [];
  let eachAlone = 0;
  try {
    // The first start makes the data, and is not counted.
    await (await startHouse(dataDir)).stop();
    for (let run = 0; run < RUNS; run += 1) {
      const house = await startHouse(dataDir);
      await wait(COMES_TO_REST_MS);
      const ours = await nodesBelow(house.pid);
      const value = await heldMb(ours);
      eachAlone = await residentMb(ours);
      await house.stop();
      starts.push({ value: house.seconds, floor: await secondsOfEngines(dataDir) });
      memory.push({ value, floor: await bareNodesMb(ours.length) });
    }
  } finally {
    await removeTestFolder(dataDir);
  }
  const start = 'a warm `npm start` until it is ready (floor: the two servers alone)';
  const rss = `resident memory of all our processes at rest, what they share counted once; each counted alone ${Math.round(eachAlone)} MB (floor: as many Node processes with nothing in them)`;
  return [
    figureOf({ id: 'START', name: start, unit: 's' }, starts),
    figureOf({ id: 'RSS', name: rss, unit: 'MB' }, memory),
  ];
}

interface House {
  readonly pid: number;
  readonly seconds: number;
  stop(): Promise<void>;
}

async function startHouse(dataDir: string): Promise<House> {
  const begun = performance.now();
  const environment = { ...process.env, HOSO_DATA: dataDir, HOSO_PORT: String(await freePort()) };
  const child = spawn(process.execPath, [join(projectFolder(), 'docker', 'host', 'run.mjs'), 'start'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await isReady(child);
  const seconds = (performance.now() - begun) / 1000;
  return {
    pid: child.pid ?? 0,
    seconds,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function isReady({ stderr }: ChildProcess): Promise<void> {
  if (!stderr) return;
  const lines: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    if (line.startsWith('Hoso is ready')) {
      stderr.resume();
      return;
    }
    lines.push(line);
  }
  throw new Error(`npm start ended before it was ready:\n${lines.join('\n')}`);
}

async function secondsOfEngines(dataDir: string): Promise<number> {
  const begun = performance.now();
  const engines = await startEngines({ dataDir, want: ['mongod', 'temporal'], log: () => undefined });
  const seconds = (performance.now() - begun) / 1000;
  await engines.stop();
  return seconds;
}

/** A process and all Node processes below it; the two servers are not ours. */
async function nodesBelow(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number))
    parents.set(pid, Number(await statusOf(pid, 'PPid')));
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  const nodes: number[] = [];
  for (const pid of [...parents.keys()].filter(isBelow)) {
    if (/^(?:node|MainThread)/u.test(await statusOf(pid, 'Name'))) nodes.push(pid);
  }
  return nodes;
}

async function bareNodesMb(count: number): Promise<number> {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1e9)'], { stdio: 'ignore' }),
  );
  await wait(1_000);
  const size = await heldMb(children.map(({ pid }) => pid ?? 0));
  for (const child of children) child.kill();
  return size;
}
