import type { Commit, CommitDraft, StreamHead } from './commit.js';

export type AppendOutcome =
  | { readonly outcome: 'appended'; readonly commit: Commit }
  /** The key was used before with the same content: this is the first answer. */
  | { readonly outcome: 'repeated'; readonly commit: Commit }
  /** The key was used before with other content. */
  | { readonly outcome: 'keyReused'; readonly commit: Commit }
  /** Somebody else was first; read the stream again. */
  | { readonly outcome: 'stale'; readonly expectedVersion: number; readonly actualVersion: number }
  /** A number of a register went to another commit; take the next one. */
  | { readonly outcome: 'claimTaken'; readonly claim: string };

export interface LoadedStream {
  readonly head: StreamHead;
  readonly commits: readonly Commit[];
}

export interface FollowOptions {
  /** Position already seen; 0 starts at the beginning. */
  readonly after: number;
  readonly signal: AbortSignal;
  /** Largest number of commits handed over at once. */
  readonly batchSize?: number;
}

/** The log of one authority. Only inserts; nothing is ever changed or removed. */
export interface EventStore {
  /** Acknowledged only when a majority has it in its journal. Concurrent calls in one process share an insert. */
  append(head: StreamHead, draft: CommitDraft): Promise<AppendOutcome>;
  readStream(stream: string): Promise<LoadedStream>;
  /** The stream as it was when the log had `position` commits. */
  readStreamAt(stream: string, position: number): Promise<LoadedStream>;
  findCommit(stream: string, commitId: string): Promise<Commit | undefined>;
  /** Commits after a position, in order, at most `limit`. */
  readAfter(position: number, limit: number): Promise<readonly Commit[]>;
  /**
   * Whole streams whose names begin alike, one after the other by name, each as it was when the log had `position` commits. No more
   * than a batch is held at once, beside the stream that is being put together.
   */
  readStreams(prefix: string, position: number): AsyncIterable<readonly Commit[]>;
  /** Position of the last commit, 0 for an empty log. */
  tail(): Promise<number>;
  /** The highest number taken from a register, 0 when none is. */
  lastClaimed(register: string): Promise<number>;
  /** Every claim on a register in order, each with the commit that took it. */
  listClaims(
    register: string,
  ): Promise<readonly { readonly number: number; readonly position: number; readonly stream: string }[]>;
  /** Batches of commits in order, waiting for new ones until the signal aborts. */
  follow(options: FollowOptions): AsyncIterable<readonly Commit[]>;
}

const CLAIM_DIGITS = 6;

/** `05/2026` numbers sort as text because they are padded: a register holds fewer than a million numbers. */
export function claimOf(register: string, number: number): string {
  return `${register}#${String(number).padStart(CLAIM_DIGITS, '0')}`;
}
