import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Instant } from '#libs/kernel/time.js';
import { canonicalJson } from './canonical-json.js';
import type { Commit, CommitDraft, StreamHead } from './commit.js';
import { ValueNotStorable } from './value-not-storable.js';

/** One mebibyte of canonical JSON is at most some 6 MB of BSON: well under MongoDB's 16 MB. */
export const MAX_COMMIT_BYTES = 1024 * 1024;

type Unsealed = Omit<Commit, 'h'>;
type Body = Omit<Unsealed, 'position' | 'recordedAt'>;

/**
 * A commit that only lacks its place. Position and recorded instant change with every attempt to insert; what sorts before and
 * after them in canonical JSON does not, so it is written and checked once.
 */
export interface PreparedCommit {
  readonly head: StreamHead;
  readonly body: Body;
  readonly recordedAt: Instant;
  readonly before: string;
  readonly after: string;
}

/** @throws ValueNotStorable when part of the commit would not come back as it was given. */
export function prepareCommit(head: StreamHead, draft: CommitDraft): PreparedCommit {
  checkEnvelope(draft);
  const body = bodyOf(head, draft);
  const { prev: _prev, rules, stream, suite, versions, ...earlier } = body;
  const before = canonicalJson(earlier).slice(0, -1);
  const after = canonicalJson({ rules, stream, suite, versions }).slice(1);
  if (Buffer.byteLength(before) + Buffer.byteLength(after) > MAX_COMMIT_BYTES) {
    throw new ValueNotStorable('', `larger than ${MAX_COMMIT_BYTES} bytes`);
  }
  return { head, body, recordedAt: draft.recordedAt, before, after };
}

/** Gives the commit its place. Recorded instants never decrease along the log, even when a clock went backwards. */
export function sealCommit(prepared: PreparedCommit, position: number, notBefore: Instant): Commit {
  const { body, before, after } = prepared;
  const recordedAt = prepared.recordedAt < notBefore ? notBefore : prepared.recordedAt;
  const place = `,"position":${position},"prev":${JSON.stringify(body.prev)},"recordedAt":"${recordedAt}",`;
  return { position, ...body, recordedAt, h: leafHash(before + place + after) };
}

/** The hash a commit must have, by the reference implementation of RFC 8785; independent of how `sealCommit` writes it. */
export function hashOf(commit: Unsealed): string {
  const { h: _h, ...unsealed }: Partial<Commit> = commit;
  return leafHash(canonicalize(unsealed) ?? '');
}

/** RFC 6962 §2.1: a leaf is hashed with a leading zero byte, so that no leaf passes for an inner node. */
function leafHash(canonical: string): string {
  return hash('sha256', `\0${canonical}`, 'hex');
}

function bodyOf(head: StreamHead, draft: CommitDraft): Body {
  const { claims } = draft;
  return {
    stream: head.stream,
    n: head.n + 1,
    versions: [head.version + 1, head.version + draft.events.length],
    suite: 'jcs-sha256-1',
    prev: head.h,
    commitId: draft.commitId,
    fingerprint: draft.fingerprint,
    actor: draft.actor,
    command: draft.command,
    correlationId: draft.correlationId,
    rules: draft.rules,
    build: draft.build,
    events: draft.events,
    ...('effectiveAt' in draft && { effectiveAt: draft.effectiveAt }),
    ...('onBehalfOf' in draft && { onBehalfOf: draft.onBehalfOf }),
    // A unique index over several values would hold that two commits without any claim collide.
    ...(claims !== undefined && claims.length > 0 && { claims }),
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const CLAIM = /^[^#]+#\d{6}$/;

function checkEnvelope(draft: CommitDraft): void {
  const { recordedAt, effectiveAt, events } = draft;
  if (!INSTANT.test(recordedAt)) throw new ValueNotStorable('recordedAt', 'not an instant in UTC');
  if (effectiveAt !== undefined && !INSTANT.test(effectiveAt)) {
    throw new ValueNotStorable('effectiveAt', 'not an instant in UTC');
  }
  if (events.length === 0) throw new ValueNotStorable('events', 'a commit without events says nothing');
  checkClaims(draft.claims ?? []);
}

function checkClaims(claims: readonly string[]): void {
  for (const [index, claim] of claims.entries()) {
    if (!CLAIM.test(claim)) throw new ValueNotStorable(`claims[${index}]`, 'not a number of a register');
    if (claims.indexOf(claim) !== index) throw new ValueNotStorable(`claims[${index}]`, 'claimed twice');
  }
}
