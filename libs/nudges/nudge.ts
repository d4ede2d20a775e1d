import type { MovedNews } from '#libs/commands/moved.js';
import type { Stage } from '#libs/dossier/state.js';
import type { Instant } from '#libs/kernel/time.js';
import type { LicenceStage } from '#libs/licence/licence.js';

/** What a workflow is to be told of its subject. Nothing in it names a person. */
export interface Nudge {
  readonly workflow: 'dossier' | 'licence';
  /** Identifier of the dossier or licence. */
  readonly id: string;
  readonly procedure: string;
  readonly news: MovedNews;
  /** Whether anything can still fall due: only then is a workflow started that does not run. */
  readonly open: boolean;
}

/** Tells a workflow. Rejects when it could not be told; telling twice does no harm. */
export type TellWorkflow = (nudge: Nudge) => Promise<void>;

/** What the ledger is to know of a subject since its last commit. */
export interface Notice extends Nudge {
  readonly changedAt: Instant;
  readonly mustHear: boolean;
}

const ended: readonly string[] = ['closed', 'expired', 'revoked', 'returned', 'replaced'] satisfies readonly (
  Stage | LicenceStage
)[];

/** A closed dossier may still be owed the entry of its licence. */
export function isOpen({ stage, wakeFor }: MovedNews): boolean {
  return !ended.includes(stage) || wakeFor !== null;
}

export function workflowIdOf({ workflow, id }: Pick<Nudge, 'workflow' | 'id'>): string {
  return `${workflow}/${id}`;
}

/**
 * A workflow must hear when its stage changed, or when it would wake too late or, at the same instant, for what comes second; a later wake-up
 * it finds out itself.
 */
export function wouldOversleep(known: MovedNews | undefined, news: MovedNews): boolean {
  if (!known || known.stage !== news.stage) return true;
  if (news.wakeAt === null) return false;
  if (known.wakeAt === null || news.wakeAt < known.wakeAt) return true;
  return news.wakeAt === known.wakeAt && news.wakeFor !== known.wakeFor;
}

/**
 * Beside what it would oversleep: whatever moves while something is overdue. What could not be done when it fell due is tried again after ever
 * longer pauses (a signature that somebody takes their time to give), and any news end the pause.
 * @param at when the news came about
 */
export function mustHear(known: MovedNews | undefined, news: MovedNews, at: Instant): boolean {
  return wouldOversleep(known, news) || isOverdue(known, at);
}

function isOverdue(known: MovedNews | undefined, at: Instant): boolean {
  return typeof known?.wakeAt === 'string' && known.wakeAt < at;
}
