import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#libs/kernel/time.js';
import { type Commit, type CommitDraft, emptyHead, headAfter } from './commit.js';
import { hashOf, prepareCommit, sealCommit } from './sealing.js';
import { verifyChain } from './verify-chain.js';

const draft = (commitId: string, recordedAt: string, claims: readonly string[] = []): CommitDraft => ({
  commitId,
  fingerprint: commitId,
  recordedAt: recordedAt as Instant,
  actor: { id: 'p-1', roles: [] },
  command: 'registerHives',
  correlationId: 'c-1',
  rules: {},
  build: '0.1.0',
  claims,
  events: [{ type: 'HivesRegistered', schema: 1, data: { hives: 12 } }],
});

/** Two dossiers whose commits alternate: a1 b1 a2 b2. */
function honestLog(): readonly [Commit, Commit, Commit, Commit] {
  const heads = { a: emptyHead('dossier/a'), b: emptyHead('dossier/b') };
  const record = (key: 'a' | 'b', position: number, claims?: readonly string[]) => {
    const recordedAt = `2026-11-16T02:0${position}:00.000Z`;
    const prepared = prepareCommit(heads[key], draft(`${key}${position}`, recordedAt, claims));
    const commit = sealCommit(prepared, position, '' as Instant);
    heads[key] = headAfter(commit);
    return commit;
  };
  return [record('a', 1, ['r#000001']), record('b', 2), record('a', 3, ['r#000002']), record('b', 4)];
}

const resealed = (commit: Commit): Commit => ({ ...commit, h: hashOf(commit) });
const rulesBroken = (commits: readonly Commit[]) =>
  verifyChain(commits).map(({ position, rule }) => `${position} ${rule}`);

describe('verifyChain', () => {
  const [a1, b1, a2, b2] = honestLog();

  it('finds nothing wrong with an honest log', () => {
    expect(verifyChain([a1, b1, a2, b2])).toStrictEqual([]);
  });

  it('says what it expected and what it found', () => {
    const forged = { ...b1, command: 'removeHives' };
    expect(verifyChain([a1, forged, a2, b2])).toStrictEqual([
      { position: 2, stream: 'dossier/b', rule: 'h', expected: hashOf(forged), found: b1.h },
    ]);
  });

  it('sees a commit that was removed, together with the link that hangs in the air', () => {
    expect(rulesBroken([b1, a2, b2])).toStrictEqual(['2 position', '3 n', '3 versions', '3 prev']);
  });

  it('sees a rewritten commit by the next link of its stream, even when its hash was made anew', () => {
    expect(rulesBroken([resealed({ ...a1, command: 'removeHives' }), b1, a2, b2])).toStrictEqual(['3 prev']);
  });

  it('sees commits that changed places', () => {
    expect(rulesBroken([b1, a1, a2, b2])).toStrictEqual([
      '2 position',
      '1 position',
      '1 recordedAt',
      '3 position',
    ]);
  });

  it('sees a number of a register that was given twice', () => {
    expect(rulesBroken([a1, b1, resealed({ ...a2, claims: ['r#000001'] }), b2])).toStrictEqual(['3 claims']);
  });

  it('sees an added field and a value that canonical JSON cannot say', () => {
    const added = { ...b2, note: 'added' } as Commit;
    const unspeakable = { ...b2, build: Number.NaN as unknown as string };
    expect(rulesBroken([a1, b1, a2, added])).toStrictEqual(['4 h']);
    expect(rulesBroken([a1, b1, a2, unspeakable])).toStrictEqual(['4 h']);
  });
});
