import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { emptyHead, headAfter } from '#libs/event-store/commit.js';
import { claimOf } from '#libs/event-store/event-store.js';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import { testEngines } from '../support/engines.js';
import { appended, draft, numbersUpTo } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

const COMMITS = 100_000;
const STREAMS = 400;
const REGISTER = 'licence/beekeeping/2026';

const engines = testEngines();
let log: OpenLog;

/** Every hundredth commit of a stream takes a number, so that the register is long, too. */
async function fillStream(index: number): Promise<void> {
  let head = emptyHead(`dossier/${index}`);
  for (let i = 0; i < COMMITS / STREAMS; i++) {
    const claims = i % 100 === 0 ? { claims: [claimOf(REGISTER, index * 10 + i / 100)] } : {};
    head = headAfter(appended(await log.store.append(head, draft(`command ${i}`, claims))));
  }
}

beforeAll(async () => {
  log = await openLog(engines.mongodbUri, engines.databaseName());
  await Promise.all(numbersUpTo(STREAMS).map(fillStream));
}, 300_000);

afterAll(async () => {
  await log.db.dropDatabase();
  await log.close();
});

interface Work {
  readonly stages: readonly string[];
  readonly documents: number;
  readonly keys: number;
}

/** Has the server explain the very command that a question to the store sends. */
async function workFor(question: () => Promise<unknown>): Promise<Work> {
  const sent: mongo.Document[] = [];
  const note = ({ commandName, command }: mongo.CommandStartedEvent): void => {
    if (commandName === 'find') sent.push(command);
  };
  log.client.on('commandStarted', note);
  await question();
  log.client.off('commandStarted', note);
  const [{ find, filter, sort, limit, projection, hint } = {}] = sent;
  expect([sent.length, find]).toStrictEqual([1, 'log']);
  const asked = Object.entries({ find, filter, sort, limit, projection, hint }).filter(
    ([, value]) => value !== undefined,
  );
  const explained = await log.db.command({ explain: Object.fromEntries(asked), verbosity: 'executionStats' });
  const stats = explained['executionStats'] as mongo.Document;
  return {
    stages: stagesOf(explained['queryPlanner'].winningPlan as mongo.Document),
    documents: stats['totalDocsExamined'] as number,
    keys: stats['totalKeysExamined'] as number,
  };
}

/** From the outermost stage inwards; a newer server wraps the plan in `queryPlan`. */
function stagesOf(plan: mongo.Document): readonly string[] {
  const { stage, inputStage, queryPlan } = plan as {
    stage: string;
    inputStage?: mongo.Document;
    queryPlan?: mongo.Document;
  };
  if (queryPlan !== undefined) return stagesOf(queryPlan);
  return inputStage === undefined ? [stage] : [stage, ...stagesOf(inputStage)];
}

const PER_STREAM = COMMITS / STREAMS;

/** What each question may cost: it must not grow with the log, and nothing may be sorted or scanned. */
const QUESTIONS: readonly (readonly [string, () => Promise<unknown>, number])[] = [
  ['a range', () => log.store.readAfter(60_000, 500), 500],
  ['a stream', () => log.store.readStream('dossier/7'), PER_STREAM],
  ['a stream at a position', () => log.store.readStreamAt('dossier/7', 40_000), PER_STREAM],
  ['a commit by its key', () => log.store.findCommit('dossier/7', 'command 9'), 1],
  ['the tail', () => log.store.tail(), 1],
  ['the last number of a register', () => log.store.lastClaimed(REGISTER), 1],
  ['a register', () => log.store.listClaims(REGISTER), (PER_STREAM / 100 + 1) * STREAMS],
];

describe('a log of 100,000 commits', () => {
  it('is whole and dense', async () => {
    expect(await verifyLog(log.store)).toStrictEqual({ commits: COMMITS, faults: [] });
  }, 120_000);

  it.each(QUESTIONS)('answers through an index: %s', async (_what, question, most) => {
    const { stages, documents, keys } = await workFor(question);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('SORT');
    expect(stages).not.toContain('COLLSCAN');
    expect(documents).toBeLessThanOrEqual(most);
    expect(keys).toBeLessThanOrEqual(most + 1);
  });

  it('is read by range and by stream in order', async () => {
    const range = await log.store.readAfter(99_990, 100);
    expect(range.map(({ position }) => position)).toStrictEqual(numbersUpTo(10).map((i) => 99_990 + i));
    const { head, commits } = await log.store.readStream('dossier/7');
    expect(commits.map(({ n }) => n)).toStrictEqual(numbersUpTo(PER_STREAM));
    expect(head).toStrictEqual(headAfter(commits.at(-1)!));
  });

  it('is read by whole streams, each once and in order, as it was at a position', async () => {
    const seen: string[] = [];
    for await (const commits of log.store.readStreams('dossier/1', 90_000)) {
      const [{ stream } = { stream: '' }] = commits;
      seen.push(stream);
      expect(commits).toStrictEqual((await log.store.readStreamAt(stream, 90_000)).commits);
    }
    const names = numbersUpTo(STREAMS).map((index) => `dossier/${index}`);
    expect(seen).toStrictEqual(names.filter((name) => name.startsWith('dossier/1')).sort());
  });

  it('is read as it was at a position', async () => {
    const { commits } = await log.store.readStream('dossier/7');
    const then = commits[99]!.position;
    const { head, commits: early } = await log.store.readStreamAt('dossier/7', then);
    expect(early).toStrictEqual(commits.slice(0, 100));
    expect(head).toStrictEqual(headAfter(commits[99]!));
    expect(await log.store.readStreamAt('dossier/7', 0)).toStrictEqual({
      head: emptyHead('dossier/7'),
      commits: [],
    });
  });
});
