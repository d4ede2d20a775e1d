import type { Commit, CommitDraft } from '#libs/event-store/commit.js';
import type { AppendOutcome } from '#libs/event-store/event-store.js';
import type { Instant } from '#libs/kernel/time.js';

export const MONDAY = '2026-11-16T02:00:00.000Z' as Instant;

/** What a beekeeper's command would record; `change` says what matters to the test. */
export function draft(commitId: string, change: Partial<CommitDraft> = {}): CommitDraft {
  return {
    commitId,
    fingerprint: `content of ${commitId}`,
    recordedAt: MONDAY,
    actor: { id: 'p-1', roles: ['oneStopClerk'], agency: 'H21.12' },
    command: 'registerHives',
    correlationId: `correlation of ${commitId}`,
    rules: { procedure: { id: 'beekeeping', version: '2026-1', hash: 'a'.repeat(64) } },
    build: '0.1.0',
    events: [{ type: 'HivesRegistered', schema: 1, data: { hives: 12, place: 'Nà Phặc' } }],
    ...change,
  };
}

/** The commit of an append that must have been recorded just now. */
export function appended(outcome: AppendOutcome): Commit {
  if (outcome.outcome !== 'appended') throw new Error(`not appended but ${outcome.outcome}`);
  return outcome.commit;
}

export function numbersUpTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
