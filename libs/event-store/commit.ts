import type { JsonObject } from '#libs/kernel/json.js';
import type { Instant } from '#libs/kernel/time.js';

/** Who acted. Only an identifier and the capacity in which the person acted: names live outside the log. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agency?: string;
}

/** A versioned rule text that was in force for a commit, with the SHA-256 of its canonical JSON. */
export interface RuleReference {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export interface RulesInForce {
  readonly procedure?: RuleReference;
  readonly form?: RuleReference;
  readonly calendar?: RuleReference;
  readonly template?: RuleReference;
}

export interface StoredEvent {
  readonly type: string;
  /** Version of the shape of `data`; older shapes are read through upcasts. */
  readonly schema: number;
  readonly data: JsonObject;
}

/** What a caller wants recorded: the events of one command and everything an auditor asks about them. */
export interface CommitDraft {
  /** The caller's idempotency key: unique in the stream, so that a repeated command gets its first answer. */
  readonly commitId: string;
  /** SHA-256 (hex) of the command's content: the same key with other content is refused. */
  readonly fingerprint: string;
  readonly recordedAt: Instant;
  /** When the fact took effect, where that differs from when it was recorded. */
  readonly effectiveAt?: Instant;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly command: string;
  readonly correlationId: string;
  readonly rules: RulesInForce;
  /** Version of the software that decided. */
  readonly build: string;
  /** Numbers taken from registers with this commit, `register#000004`: unique in the whole log, hence never given twice. */
  readonly claims?: readonly string[];
  readonly events: readonly StoredEvent[];
}

/** One document of the log: the events of one command, chained to the stream's previous commit. */
export interface Commit extends CommitDraft {
  /** Dense position in the whole log: 1, 2, 3 … without gaps. */
  readonly position: number;
  readonly stream: string;
  /** Number of this commit in its stream, from 1. */
  readonly n: number;
  /** Versions of the stream after the first and after the last event of this commit. */
  readonly versions: readonly [first: number, last: number];
  /** Suite of canonicalisation and hash, so that a later one can follow. */
  readonly suite: 'jcs-sha256-1';
  /** `h` of the stream's previous commit, null for the first. */
  readonly prev: string | null;
  /** SHA-256(0x00 ‖ JCS(commit without h)), hex: chain link and RFC 6962 leaf at once. */
  readonly h: string;
}

/** The end of a stream as a caller saw it; the expected version of an append. */
export interface StreamHead {
  readonly stream: string;
  readonly n: number;
  readonly version: number;
  readonly h: string | null;
}

export function emptyHead(stream: string): StreamHead {
  return { stream, n: 0, version: 0, h: null };
}

export function headAfter(commit: Commit): StreamHead {
  return { stream: commit.stream, n: commit.n, version: commit.versions[1], h: commit.h };
}
