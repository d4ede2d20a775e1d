import type { Commit } from './commit.js';

/** Held in all, some megabytes; the streams that were not asked for the longest go first. */
const MOST_COMMITS = 2_000;

/**
 * Streams as they were last read, so that only their ends must be asked for again: a commit never changes. Whether the log is still the same
 * (a backup may have been put in its place) is told by the last known commit, which every question asks for once more.
 */
export class KnownStreams {
  private readonly streams = new Map<string, readonly Commit[]>();
  private held = 0;

  /** @returns what is known of its beginning, nothing for a stream that is not held. */
  beginningOf(stream: string): readonly Commit[] {
    return this.streams.get(stream) ?? [];
  }

  keep(stream: string, commits: readonly Commit[]): void {
    this.drop(stream);
    if (commits.length === 0 || commits.length > MOST_COMMITS) return;
    this.streams.set(stream, commits);
    this.held += commits.length;
    for (const eldest of this.streams.keys()) {
      if (this.held <= MOST_COMMITS) return;
      this.drop(eldest);
    }
  }

  private drop(stream: string): void {
    this.held -= this.beginningOf(stream).length;
    this.streams.delete(stream);
  }
}

/**
 * @param end what the log has from the last known commit on
 * @returns the whole stream, or undefined where the log is not the one it was
 */
export function continued(known: readonly Commit[], end: readonly Commit[]): readonly Commit[] | undefined {
  const last = known.at(-1);
  if (last === undefined) return end;
  return end[0]?.h === last.h ? [...known, ...end.slice(1)] : undefined;
}
