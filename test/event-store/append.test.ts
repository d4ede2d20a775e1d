import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { emptyHead, headAfter } from '#libs/event-store/commit.js';
import { claimOf } from '#libs/event-store/event-store.js';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import type { Instant } from '#libs/kernel/time.js';
import { testEngines } from '../support/engines.js';
import { appended, draft, MONDAY, numbersUpTo } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

// Other suites share the machine.
jest.setTimeout(60_000);

const engines = testEngines();
const hives = emptyHead('dossier/hives');
const meadow = emptyHead('dossier/meadow');

let log: OpenLog;
let other: OpenLog;

beforeEach(async () => {
  const database = engines.databaseName();
  log = await openLog(engines.mongodbUri, database);
  other = await openLog(engines.mongodbUri, database);
});

afterEach(async () => {
  expect((await verifyLog(log.store)).faults).toStrictEqual([]);
  await log.db.dropDatabase();
  await Promise.all([log.close(), other.close()]);
});

describe('an append', () => {
  it('is read back exactly as it was answered, from any connection', async () => {
    const commit = appended(
      await log.store.append(hives, draft('a', { onBehalfOf: 'p-2', effectiveAt: MONDAY })),
    );
    expect(commit).toMatchObject({
      position: 1,
      stream: 'dossier/hives',
      n: 1,
      versions: [1, 1],
      prev: null,
    });
    expect(await other.store.readStream('dossier/hives')).toStrictEqual({
      head: headAfter(commit),
      commits: [commit],
    });
    expect(await other.store.findCommit('dossier/hives', 'a')).toStrictEqual(commit);
    expect(await other.store.readAfter(0, 10)).toStrictEqual([commit]);
    expect(await other.store.tail()).toBe(1);
  });

  it('records all events of a command or none', async () => {
    const event = { type: 'HivesRegistered', schema: 1, data: { hives: 1 } };
    const broken = { ...event, data: { hives: Number.NaN } };
    const refused = log.store.append(hives, draft('a', { events: [event, broken] }));
    await expect(refused).rejects.toMatchObject({ name: 'ValueNotStorable', path: 'events[1].data.hives' });
    expect(await log.store.tail()).toBe(0);
    const commit = appended(await log.store.append(hives, draft('a', { events: [event, event, event] })));
    expect(commit.versions).toStrictEqual([1, 3]);
  });

  it('with a stale head is refused and told the version of today', async () => {
    const first = appended(await log.store.append(hives, draft('a')));
    appended(await other.store.append(headAfter(first), draft('b')));
    const stale = await log.store.append(headAfter(first), draft('c'));
    expect(stale).toStrictEqual({ outcome: 'stale', expectedVersion: 1, actualVersion: 2 });
  });

  it('on one stream is won by one of many who ask at the same time', async () => {
    const outcomes = await Promise.all(
      numbersUpTo(40).map((i) => (i % 2 ? log : other).store.append(hives, draft(`key-${i}`))),
    );
    const names = outcomes.map(({ outcome }) => outcome).sort();
    expect(names).toStrictEqual(['appended', ...Array.from({ length: 39 }, () => 'stale')]);
    expect(await log.store.tail()).toBe(1);
  });

  it('never has an earlier recorded instant than the commit before', async () => {
    const late = '2026-11-16T03:00:00.000Z' as Instant;
    appended(await log.store.append(hives, draft('a', { recordedAt: late })));
    const commit = appended(await other.store.append(meadow, draft('b', { recordedAt: MONDAY })));
    expect(commit.recordedAt).toBe(late);
  });

  it('of something else than a duplicate that the server refuses fails alone', async () => {
    await log.db.command({ collMod: 'log', validator: { command: { $ne: 'burnHives' } } });
    const [burnt, kept] = await Promise.allSettled([
      log.store.append(hives, draft('a', { command: 'burnHives' })),
      log.store.append(meadow, draft('b')),
    ]);
    expect(burnt).toMatchObject({ status: 'rejected', reason: { message: 'Document failed validation' } });
    expect(kept).toMatchObject({
      status: 'fulfilled',
      value: { outcome: 'appended', commit: { position: 1 } },
    });
  });
});

describe('a repeated command', () => {
  it('is answered identically, also when the stream has gone on since', async () => {
    const commit = appended(await log.store.append(hives, draft('a')));
    appended(await log.store.append(headAfter(commit), draft('b')));
    const repeated = { outcome: 'repeated', commit };
    expect(await other.store.append(hives, draft('a', { correlationId: 'another' }))).toStrictEqual(repeated);
    const { head } = await other.store.readStream('dossier/hives');
    expect(await other.store.append(head, draft('a'))).toStrictEqual(repeated);
    expect(await log.store.tail()).toBe(2);
  });

  it('given many times at once is recorded once', async () => {
    const outcomes = await Promise.all(
      numbersUpTo(30).map((i) => (i % 2 ? log : other).store.append(hives, draft('a'))),
    );
    const [commit] = await log.store.readAfter(0, 10);
    expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(29);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ commit });
  });

  it('with other content is refused and shown what the key was used for', async () => {
    const commit = appended(await log.store.append(hives, draft('a')));
    const reused = await log.store.append(headAfter(commit), draft('a', { fingerprint: 'other' }));
    expect(reused).toStrictEqual({ outcome: 'keyReused', commit });
  });

  it('may use a key that another stream has used', async () => {
    appended(await log.store.append(hives, draft('a')));
    expect(appended(await log.store.append(meadow, draft('a'))).position).toBe(2);
  });
});

describe('numbers of a register', () => {
  const register = 'licence/beekeeping/2026';

  it('are given once; the loser is told which', async () => {
    appended(await log.store.append(hives, draft('a', { claims: [claimOf(register, 1)] })));
    const taken = await other.store.append(
      meadow,
      draft('b', { claims: ['x#000001', claimOf(register, 1)] }),
    );
    expect(taken).toStrictEqual({ outcome: 'claimTaken', claim: claimOf(register, 1) });
  });

  it('are listed by register, whatever else a commit claims', async () => {
    appended(await log.store.append(hives, draft('a', { claims: ['z#000009', claimOf(register, 1)] })));
    appended(
      await log.store.append(meadow, draft('b', { claims: [claimOf(register, 2), `${register}9#000007`] })),
    );
    expect(await log.store.lastClaimed(register)).toBe(2);
    expect(await log.store.lastClaimed('licence')).toBe(0);
    expect(await log.store.listClaims(register)).toStrictEqual([
      { number: 1, position: 1, stream: 'dossier/hives' },
      { number: 2, position: 2, stream: 'dossier/meadow' },
    ]);
  });

  it('run without a gap when many take the next one at the same time', async () => {
    const take = async (i: number): Promise<void> => {
      const { store } = i % 2 ? log : other;
      for (;;) {
        const claims = [claimOf(register, (await store.lastClaimed(register)) + 1)];
        const { outcome } = await store.append(emptyHead(`dossier/${i}`), draft('a', { claims }));
        if (outcome === 'appended') return;
        expect(outcome).toBe('claimTaken');
      }
    };
    await Promise.all(numbersUpTo(30).map(take));
    const numbers = (await log.store.listClaims(register)).map(({ number }) => number);
    expect(numbers).toStrictEqual(numbersUpTo(30));
  });
});
