import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Commit, emptyHead, headAfter, type StreamHead } from '#libs/event-store/commit.js';
import { LogUnavailable } from '#libs/event-store/log-unavailable.js';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import { ownEngines, type OwnEngines } from '../support/engines.js';
import { draft, numbersUpTo } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

const CRASHES = 10;
const CALLERS = 24;
const COMMITS_BETWEEN_CRASHES = 300;

let own: OwnEngines;
let log: OpenLog;

beforeAll(async () => {
  own = await ownEngines({ want: ['mongod'] });
  log = await openLog(own.engines.mongodbUri, 'crash', 2_000);
}, 120_000);

afterAll(async () => {
  await log.close();
  await own.stop();
});

/** Appends until told to stop and remembers what was acknowledged; after a lost answer it repeats the command with its key. */
class Load {
  readonly acknowledged: Commit[] = [];
  private stopped = false;
  private milestone = { at: Number.POSITIVE_INFINITY, reached: (): void => undefined };

  async run(callers: number): Promise<void> {
    await Promise.all(numbersUpTo(callers).map((i) => this.call(emptyHead(`dossier/${i}`))));
  }

  stop(): void {
    this.stopped = true;
  }

  /** When so many more commits are acknowledged. */
  async more(commits: number): Promise<void> {
    await new Promise<void>((reached) => {
      this.milestone = { at: this.acknowledged.length + commits, reached };
    });
  }

  private async call(start: StreamHead): Promise<void> {
    let head = start;
    while (!this.stopped) {
      const outcome = await this.append(head);
      if (outcome === undefined) continue;
      head = headAfter(outcome);
      this.acknowledged.push(outcome);
      if (this.acknowledged.length >= this.milestone.at) this.milestone.reached();
    }
  }

  private async append(head: StreamHead): Promise<Commit | undefined> {
    try {
      const answer = await log.store.append(head, draft(`command ${head.n + 1}`));
      if (answer.outcome === 'appended' || answer.outcome === 'repeated') return answer.commit;
      throw new Error(`${head.stream} after ${head.n}: ${answer.outcome}`);
    } catch (error) {
      if (error instanceof LogUnavailable) return undefined;
      throw error;
    }
  }
}

describe('a log whose server is killed in the middle of its work, ten times', () => {
  it('has every acknowledged commit, whole and once, and followers miss none', async () => {
    const load = new Load();
    const following = new AbortController();
    const followed = follow(following.signal);
    const done = load.run(CALLERS);
    for (let crash = 0; crash < CRASHES; crash++) {
      await load.more(COMMITS_BETWEEN_CRASHES);
      await own.engines.kill('mongod');
      await own.engines.restart('mongod');
    }
    await load.more(COMMITS_BETWEEN_CRASHES);
    load.stop();
    await done;

    const { commits, faults } = await verifyLog(log.store);
    expect(faults).toStrictEqual([]);
    const recorded = await log.store.readAfter(0, commits);
    expect(load.acknowledged.sort((a, b) => a.position - b.position)).toStrictEqual(recorded);
    await followed.until(commits);
    following.abort();
    expect(await followed.positions).toStrictEqual(numbersUpTo(commits));
  }, 240_000);
});

function follow(signal: AbortSignal) {
  const seen: number[] = [];
  let wanted = { position: Number.POSITIVE_INFINITY, reached: (): void => undefined };
  const run = async (): Promise<readonly number[]> => {
    for await (const batch of log.store.follow({ after: 0, signal, batchSize: 50 })) {
      seen.push(...batch.map(({ position }) => position));
      if (seen.length >= wanted.position) wanted.reached();
    }
    return seen;
  };
  const until = (position: number): Promise<void> =>
    new Promise((reached) => {
      wanted = { position, reached };
      if (seen.length >= position) reached();
    });
  return { positions: run(), until };
}

describe('a log that cannot be reached', () => {
  it('says so within its patience for every question, and answers again when the server is back', async () => {
    const { store } = log;
    const head = emptyHead('dossier/unreached');
    const before = await store.tail();
    await own.engines.kill('mongod');
    const questions = await Promise.allSettled([
      store.append(head, draft('a')),
      store.tail(),
      store.readStream('dossier/1'),
      store.readAfter(0, 1),
      store.findCommit('dossier/1', 'command 1'),
      store.lastClaimed('licence'),
    ]);
    // Whatever it is, it may come from Node itself and be no instance of the sandbox's Error.
    const cause = expect.anything();
    for (const question of questions) {
      expect(question).toMatchObject({ status: 'rejected', reason: { name: 'LogUnavailable', cause } });
    }
    await own.engines.restart('mongod');
    expect(await store.append(head, draft('a'))).toMatchObject({
      outcome: 'appended',
      commit: { position: before + 1 },
    });
  }, 120_000);
});
