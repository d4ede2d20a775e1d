import type { AppendOutcome } from './event-store.js';
import { LogUnavailable } from './log-unavailable.js';
import type { PreparedCommit } from './sealing.js';

/** More callers than this go with the insert after; larger batches gain nothing and make everyone wait for the largest. */
const MAX_BATCH_COMMITS = 500;
const MAX_BATCH_CHARACTERS = 4 * 1024 * 1024;

export interface WaitingAppend {
  readonly prepared: PreparedCommit;
  /** Hashes under which it was sent without an answer, to recognise it in the log. */
  readonly unanswered: string[];
  /** It may be in the log already, or something may stand against it: look before inserting (again). */
  doubtful: boolean;
}

interface Caller {
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
  readonly patienceMs: number;
}

interface Waiting extends Caller {
  readonly timer: NodeJS.Timeout;
}

/** Appends that have no answer yet, in the order in which they came. Each is answered once, at the latest when its patience ends. */
export class WaitingRoom {
  private readonly appends = new Map<WaitingAppend, Waiting>();
  private trouble: unknown;

  get size(): number {
    return this.appends.size;
  }

  add(prepared: PreparedCommit, caller: Caller): void {
    const append: WaitingAppend = { prepared, unanswered: [], doubtful: false };
    const timer = setTimeout(() => this.giveUp(append), caller.patienceMs);
    this.appends.set(append, { ...caller, timer });
  }

  answer(append: WaitingAppend, outcome: AppendOutcome): void {
    this.release(append)?.resolve(outcome);
  }

  fail(append: WaitingAppend, error: unknown): void {
    this.release(append)?.reject(error);
  }

  failAll(error: unknown): void {
    for (const append of this.appends.keys()) this.fail(append, error);
  }

  /** Remembered as the cause for those who will have waited in vain. */
  noteTrouble(error: unknown): void {
    this.trouble = error;
  }

  doubtful(limit: number): readonly WaitingAppend[] {
    const doubtful = [...this.appends.keys()].filter((append) => append.doubtful);
    return doubtful.slice(0, limit);
  }

  /** Those that can go together: of several on one stream or one claim the first goes, the others look afterwards. */
  nextBatch(): readonly WaitingAppend[] {
    const batch: WaitingAppend[] = [];
    const touched = new Set<string>();
    let room = MAX_BATCH_CHARACTERS;
    for (const append of this.appends.keys()) {
      if (batch.length === MAX_BATCH_COMMITS || room <= 0) break;
      if (append.doubtful) continue;
      const { body, before, after } = append.prepared;
      const touches = [body.stream, ...(body.claims ?? [])];
      append.doubtful = touches.some((name) => touched.has(name));
      if (append.doubtful) continue;
      for (const name of touches) touched.add(name);
      batch.push(append);
      room -= before.length + after.length;
    }
    return batch;
  }

  private giveUp(append: WaitingAppend): void {
    this.fail(append, new LogUnavailable(this.trouble ?? new Error('no answer in time')));
  }

  private release(append: WaitingAppend): Waiting | undefined {
    const waiting = this.appends.get(append);
    this.appends.delete(append);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}
