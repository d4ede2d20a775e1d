import type { Commit } from './commit.js';

/** One command that was carried out, as any history tells it: who, when, under which rules. */
export type Recorded = Pick<
  Commit,
  'position' | 'n' | 'recordedAt' | 'actor' | 'command' | 'correlationId' | 'rules' | 'build'
> & {
  /** Version of the subject after it. */
  readonly version: number;
  readonly effectiveAt: Commit['recordedAt'] | null;
  readonly onBehalfOf: string | null;
  /** Hash of the commit in the log, to look it up in the evidence. */
  readonly hash: string;
};

export function recordedOf(commit: Commit): Recorded {
  const { position, n, recordedAt, actor, command, correlationId, rules, build } = commit;
  return {
    position,
    n,
    version: commit.versions[1],
    recordedAt,
    effectiveAt: commit.effectiveAt ?? null,
    actor,
    onBehalfOf: commit.onBehalfOf ?? null,
    command,
    correlationId,
    rules,
    build,
    hash: commit.h,
  };
}
