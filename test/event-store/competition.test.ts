import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import { testEngines } from '../support/engines.js';
import { numbersUpTo } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

const PROCESSES = 8;
const COMMITS_EACH = 400;
const CALLERS_EACH = 8;

const engines = testEngines();
const database = engines.databaseName();
let log: OpenLog;

beforeAll(async () => {
  log = await openLog(engines.mongodbUri, database);
});

afterAll(async () => {
  await log.db.dropDatabase();
  await log.close();
});

/** Answers with the positions that the process was told. */
async function appendInProcess(name: string): Promise<readonly number[]> {
  const hooks = fileURLToPath(new URL('../support/source-hooks.mjs', import.meta.url));
  const script = fileURLToPath(new URL('./appending-process.ts', import.meta.url));
  const job = [engines.mongodbUri, database, name, String(COMMITS_EACH), String(CALLERS_EACH)];
  const child = spawn(process.execPath, ['-C', 'source', '--import', hooks, script, ...job], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
  return JSON.parse(await text(child.stdout)) as readonly number[];
}

describe('eight processes that append at once', () => {
  it('leave positions without gap or double, each told to the one whose commit it is', async () => {
    const told = await Promise.all(numbersUpTo(PROCESSES).map((i) => appendInProcess(`process-${i}`)));
    const all = told.flat().sort((a, b) => a - b);
    expect(all).toStrictEqual(numbersUpTo(PROCESSES * COMMITS_EACH));
    expect(await verifyLog(log.store)).toStrictEqual({ commits: PROCESSES * COMMITS_EACH, faults: [] });
    for (const [index, positions] of told.entries()) {
      const commit = (await log.store.readAfter((positions[0] ?? 0) - 1, 1))[0];
      expect(commit?.stream).toMatch(`dossier/process-${index + 1}-`);
    }
  }, 120_000);
});
