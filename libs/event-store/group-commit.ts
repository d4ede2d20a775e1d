import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '#libs/kernel/time.js';
import type { Commit, CommitDraft, StreamHead } from './commit.js';
import type { AppendOutcome } from './event-store.js';
import { insertCommits, readTail, type Tail } from './insert-commits.js';
import type { Log } from './log-collection.js';
import { isConnectionLoss } from './log-unavailable.js';
import { type PreparedCommit, prepareCommit, sealCommit } from './sealing.js';
import { settle } from './settle.js';
import { WaitingRoom, type WaitingAppend } from './waiting-room.js';

const RETRY_AFTER_LOSS_MS = 50;
const MAX_SETTLED_AT_ONCE = 64;
const INSERTS_UNTIL_ALONE_AGAIN = 32;
const MAX_CONTENTION_PAUSE_MS = 64;

/**
 * Callers of one process share an insert: whoever waits while one is under way goes with the next. Positions are tail + 1, tail + 2 …
 * and the server inserts in that order and stops at the first it refuses, so the log can have no gap whatever happens.
 */
export class GroupCommit {
  private readonly waiting = new WaitingRoom();
  private running = false;
  /** The end of the log as far as known; unknown while an insert is under way and after one that failed. */
  private tail: Tail | undefined;
  private collisions = 0;
  /** Inserts for which others are expected to append, too; then asking for the end of the log costs less than colliding. */
  private shared = 0;

  constructor(
    private readonly log: Log,
    private readonly onAppended: () => void,
  ) {}

  async append(head: StreamHead, draft: CommitDraft): Promise<AppendOutcome> {
    const prepared: PreparedCommit = prepareCommit(head, draft);
    return new Promise((resolve, reject) => {
      this.waiting.add(prepared, { resolve, reject, patienceMs: this.log.patienceMs });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.size > 0) {
      // Callers that were just answered get their turn to come back before the next batch leaves.
      await nextTurn();
      await this.round().catch((error: unknown) => this.afterFailure(error));
    }
    this.running = false;
  }

  private async round(): Promise<void> {
    await this.settleDoubtful();
    this.tail ??= await readTail(this.log);
    const batch = this.waiting.nextBatch();
    if (batch.length > 0) await this.insert(batch, this.tail);
  }

  private async settleDoubtful(): Promise<void> {
    const settleOne = async (append: WaitingAppend): Promise<void> => {
      const outcome = await settle(this.log, append);
      if (outcome === undefined) append.doubtful = false;
      else this.waiting.answer(append, outcome);
    };
    const settled = await Promise.allSettled(this.waiting.doubtful(MAX_SETTLED_AT_ONCE).map(settleOne));
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
  }

  private async insert(batch: readonly WaitingAppend[], tail: Tail): Promise<void> {
    const commits = seal(batch, tail);
    this.tail = undefined;
    const { inserted, refusal } = await insertCommits(this.log, commits).catch((error: unknown) => {
      for (const [index, append] of batch.entries()) doubt(append, at(commits, index));
      throw error;
    });
    for (const [index, commit] of commits.slice(0, inserted).entries()) {
      this.waiting.answer(at(batch, index), { outcome: 'appended', commit });
    }
    if (inserted > 0) this.onAppended();
    if (refusal === 'positionTaken') return this.makeWay();
    this.collisions = 0;
    this.shared = Math.max(0, this.shared - 1);
    if (this.shared === 0) this.tail = inserted === 0 ? tail : at(commits, inserted - 1);
    if (refusal !== undefined) this.refuse(at(batch, inserted), refusal);
  }

  private refuse(append: WaitingAppend, refusal: 'duplicate' | Error): void {
    if (refusal === 'duplicate') append.doubtful = true;
    else this.waiting.fail(append, refusal);
  }

  /** Another process was at this position first. Waiting a random while lets one of several through. */
  private async makeWay(): Promise<void> {
    this.shared = INSERTS_UNTIL_ALONE_AGAIN;
    this.collisions += 1;
    if (this.collisions > 1)
      await pause(Math.random() * Math.min(2 ** this.collisions, MAX_CONTENTION_PAUSE_MS));
  }

  private async afterFailure(error: unknown): Promise<void> {
    if (isConnectionLoss(error)) {
      this.waiting.noteTrouble(error);
      await pause(RETRY_AFTER_LOSS_MS * (0.5 + Math.random()));
    } else {
      this.waiting.failAll(error);
    }
  }
}

function seal(batch: readonly WaitingAppend[], tail: Tail): readonly Commit[] {
  let notBefore: Instant = tail.recordedAt;
  return batch.map(({ prepared }, index) => {
    const commit = sealCommit(prepared, tail.position + 1 + index, notBefore);
    notBefore = commit.recordedAt;
    return commit;
  });
}

/** The answer was lost: the commit may be in the log, and would be recognised by its hash. */
function doubt(append: WaitingAppend, attempt: Commit): void {
  append.doubtful = true;
  append.unanswered.push(attempt.h);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`The server answered for commit ${index} of ${items.length}`);
  return item;
}
