/** P1, P2a and P5: commands of a signed-in clerk over HTTP, against the bare driver on the same mongod. */
import { setTimeout as wait } from 'node:timers/promises';
import mongoose, { type mongo } from 'mongoose';
import { startInstance, type TestInstance } from '../support/instance.js';
import { BareLog } from './bare-log.js';
import { shares, usedBy } from './cpu.js';
import { Desk, REST_MS, timesOf } from './desk.js';
import { type Figure, figureOf, median, type Run } from './figure.js';
import { FULL_LOG, fillLog } from './full-log.js';

const IN_FLIGHT = 16;
const RUNS = 9;
const BUSY_COMMANDS = 320;

export const commandFigures = (): Promise<readonly Figure[]> =>
  withSides(async (sides) => [...(await oneByOne(sides)).figures, await atOnce(sides)]);

export const fullLogFigures = (): Promise<readonly Figure[]> =>
  withSides(async (sides) => {
    const first = await oneByOne(sides);
    await fillLog(sides);
    await oneByOne(sides);
    return full(first.p50, (await oneByOne(sides)).p50);
  });

async function withSides(work: (sides: Sides) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const instance = await startInstance();
  const connection = await mongoose.createConnection(instance.engines.mongodbUri).asPromise();
  const db = connection.getClient().db(databaseOf(instance));
  try {
    const desk = await Desk.open(instance);
    const sides = { desk, bare: await BareLog.like(db, desk.streams), instance, db };
    // The first round warms up both sides and is not counted.
    await oneByOne(sides);
    return await work(sides);
  } finally {
    await connection.close();
    await instance.stop();
  }
}

const databaseOf = ({ environment }: TestInstance): string => environment['HOSO_DATABASE'] ?? 'hoso';

interface Sides {
  readonly desk: Desk;
  readonly bare: BareLog;
  readonly instance: TestInstance;
  readonly db: mongo.Db;
}

async function oneByOne({ desk, bare }: Sides): Promise<{ readonly figures: Figure[]; readonly p50: Run[] }> {
  const p50: Run[] = [];
  const p95: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const ours = await timesOf((index) => desk.command(index));
    const barely = await timesOf((index) => bare.findAndInsert(index));
    p50.push({ value: median(ours), floor: median(barely) });
    p95.push({ value: percentile95(ours), floor: percentile95(barely) });
  }
  const name = 'a command over HTTP, one after the other (floor: indexed stream read + majority insert)';
  return {
    p50,
    figures: [
      figureOf({ id: 'P1', name: `${name}, p50`, unit: 'ms' }, p50),
      figureOf({ id: 'P1-p95', name: `${name}, p95`, unit: 'ms' }, p95),
    ],
  };
}

function percentile95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}

async function atOnce({ desk, bare, instance }: Sides): Promise<Figure> {
  const runs: Run[] = [];
  let used = '';
  await perSecond((index) => desk.command(index));
  for (let run = 0; run < RUNS; run += 1) {
    const before = await usedBy(instance);
    const begun = performance.now();
    const value = await perSecond((index) => desk.command(index));
    used = shares(before, await usedBy(instance), performance.now() - begun);
    runs.push({ value, floor: await perSecond((index) => bare.findAndInsert(index)) });
  }
  const name = `commands over HTTP, ${IN_FLIGHT} in flight (floor: as many bare pairs); processors: ${used}`;
  return figureOf({ id: 'P2a', name, unit: 'commands/s' }, runs);
}

/** Each lane works on streams of its own, one after the other: nobody waits for a race to be settled. */
async function perSecond(work: (index: number) => Promise<void>): Promise<number> {
  await wait(REST_MS);
  const begun = performance.now();
  const lanes = Array.from({ length: IN_FLIGHT }, async (_, lane) => {
    for (let turn = 0; turn < BUSY_COMMANDS / IN_FLIGHT; turn += 1) await work(lane + turn * IN_FLIGHT);
  });
  await Promise.all(lanes);
  return (BUSY_COMMANDS * 1000) / (performance.now() - begun);
}

/** The cost of a command must not grow with the log. */
function full(first: readonly Run[], again: readonly Run[]): readonly Figure[] {
  const runs = again.map(({ value }, index) => ({ value, floor: first[index]?.value ?? Number.NaN }));
  const name = `P1 with ${FULL_LOG} commits in the log (floor: P1 before)`;
  return [figureOf({ id: 'P5', name, unit: 'ms' }, runs)];
}
