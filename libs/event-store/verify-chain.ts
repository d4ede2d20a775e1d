import type { Instant } from '#libs/kernel/time.js';
import { type Commit, emptyHead, headAfter, type StreamHead } from './commit.js';
import type { EventStore } from './event-store.js';
import { hashOf } from './sealing.js';

export type ChainRule =
  /** Positions run 1, 2, 3 … without gap. */
  | 'position'
  /** A stream's commits are numbered 1, 2, 3 … */
  | 'n'
  /** Each commit goes on where the stream's previous one ended, one version per event. */
  | 'versions'
  /** Each commit names the hash of the stream's previous one. */
  | 'prev'
  /** Recorded instants never decrease along the log. */
  | 'recordedAt'
  /** A number of a register is given once. */
  | 'claims'
  /** The hash is that of the content. */
  | 'h';

export interface ChainFault {
  readonly position: number;
  readonly stream: string;
  readonly rule: ChainRule;
  readonly expected: string;
  readonly found: string;
}

/**
 * Checks a log from its first commit on, one commit after the other. After a fault it believes what it found, so that one
 * change gives one fault and not one for every commit behind it.
 */
class ChainVerifier {
  private readonly heads = new Map<string, StreamHead>();
  private readonly claims = new Map<string, number>();
  private position = 0;
  private recordedAt = '' as Instant;

  check(commit: Commit): readonly ChainFault[] {
    const faults = [...this.checkPlace(commit), ...this.checkStream(commit), ...this.checkClaims(commit)];
    const h = hashOrReason(commit);
    if (h !== commit.h) faults.push(fault(commit, 'h', [h, commit.h]));
    return faults;
  }

  private checkPlace(commit: Commit): ChainFault[] {
    const faults: ChainFault[] = [];
    const expected = this.position + 1;
    if (commit.position !== expected) faults.push(fault(commit, 'position', [expected, commit.position]));
    if (!(commit.recordedAt >= this.recordedAt)) {
      faults.push(fault(commit, 'recordedAt', [`${this.recordedAt} or later`, commit.recordedAt]));
    }
    this.position = commit.position;
    this.recordedAt = commit.recordedAt;
    return faults;
  }

  private checkStream(commit: Commit): ChainFault[] {
    const { n, version, h } = this.heads.get(commit.stream) ?? emptyHead(commit.stream);
    const versions = [version + 1, version + commit.events.length].join('-');
    this.heads.set(commit.stream, headAfter(commit));
    const pairs = [
      ['n', n + 1, commit.n],
      ['versions', versions, commit.versions.join('-')],
      ['prev', h, commit.prev],
    ] as const;
    return pairs
      .filter(([, expected, found]) => expected !== found)
      .map(([rule, ...values]) => fault(commit, rule, values));
  }

  private checkClaims(commit: Commit): ChainFault[] {
    const { position, claims = [] } = commit;
    const taken = claims.filter((claim) => this.claims.has(claim));
    const faults = taken.map((claim) =>
      fault(commit, 'claims', [`${claim} taken once`, `taken before at ${this.claims.get(claim)}`]),
    );
    for (const claim of claims) this.claims.set(claim, position);
    return faults;
  }
}

/** Faults of a log given from its first commit on; none means that nothing was changed, left out or put between. */
export function verifyChain(commits: Iterable<Commit>): readonly ChainFault[] {
  const verifier = new ChainVerifier();
  return [...commits].flatMap((commit) => verifier.check(commit));
}

const PAGE = 1000;

/** Reads the whole log as it is now, a page at a time, and names every fault. */
export async function verifyLog(
  store: Pick<EventStore, 'readAfter' | 'tail'>,
): Promise<{ readonly commits: number; readonly faults: readonly ChainFault[] }> {
  const verifier = new ChainVerifier();
  const faults: ChainFault[] = [];
  const end = await store.tail();
  let commits = 0;
  let seen = 0;
  while (seen < end) {
    const page = await store.readAfter(seen, PAGE);
    for (const commit of page) faults.push(...verifier.check(commit));
    commits += page.length;
    seen = page.at(-1)?.position ?? end;
  }
  return { commits, faults };
}

/** A changed commit may hold what canonical JSON cannot say; that is a fault, not a crash. */
function hashOrReason(commit: Commit): string {
  try {
    return hashOf(commit);
  } catch (error) {
    return `none: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Value = string | number | null;

function fault(commit: Commit, rule: ChainRule, [expected, found]: readonly [Value, Value]): ChainFault {
  const { position, stream } = commit;
  return { position, stream, rule, expected: String(expected), found: String(found) };
}
