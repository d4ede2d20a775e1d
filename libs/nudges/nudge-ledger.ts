import type { Connection, mongo } from 'mongoose';
import { type Target, updateAll, type UpdateStatement } from '#libs/bulk-writes/bulk-writes.js';
import type { MovedNews } from '#libs/commands/moved.js';
import type { Instant } from '#libs/kernel/time.js';
import { type Notice, type Nudge, workflowIdOf } from './nudge.js';

/** What is known of one subject's workflow: the newest news, and whether the workflow is still owed them. */
export interface LedgerEntry {
  /** The workflow's identifier. */
  readonly _id: string;
  readonly workflow: Nudge['workflow'];
  readonly subjectId: string;
  readonly procedure: string;
  readonly open: boolean;
  readonly news: MovedNews;
  readonly changedAt: Instant;
  /** Version of the news that the workflow has to hear; absent when it has heard all it needs. */
  readonly owed?: number;
}

const OWED = { owed: { $exists: true } } as const;

/**
 * Debts to workflows, written down before the projector moves on: what could not be said while Temporal was away is said later.
 * One document per subject, so that only the newest news are ever sent.
 */
export class NudgeLedger {
  private readonly entries: mongo.Collection<LedgerEntry>;
  private readonly target: Target;

  constructor(connection: Connection, collection = 'workflow_nudges') {
    const db = connection.getClient().db(connection.name);
    this.entries = db.collection<LedgerEntry>(collection);
    this.target = { db, collection };
  }

  async prepare(): Promise<void> {
    await this.entries.createIndexes([
      { name: 'owed', key: { owed: 1 }, partialFilterExpression: OWED },
      { name: 'open', key: { open: 1, _id: 1 } },
    ]);
  }

  /** Older news than what is written stay away, so that a batch may come twice. */
  async note(notices: readonly Notice[], session?: mongo.ClientSession): Promise<void> {
    await updateAll({ ...this.target, session }, notices.map(noteOne));
  }

  /** Writes down what the log says whatever was written before; only newer news, that came meanwhile, stay. */
  async rewrite(notices: readonly Notice[]): Promise<void> {
    await updateAll(this.target, notices.map(rewriteOne));
  }

  async listOwed(limit: number): Promise<readonly LedgerEntry[]> {
    return this.entries.find(OWED).sort({ owed: 1 }).limit(limit).toArray();
  }

  /** News that came while these were being told remain owed. What is forgotten of it is told twice. */
  async settle(told: readonly LedgerEntry[]): Promise<void> {
    const paid = told.map(({ _id, owed = null }) => ({ q: { _id, owed }, u: { $unset: { owed: '' } } }));
    await updateAll({ ...this.target, durable: false }, paid);
  }

  async owe(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.entries.updateMany({ _id: { $in: [...ids] } }, [{ $set: { owed: '$news.version' } }]);
  }

  countOwed(): Promise<number> {
    return this.entries.countDocuments(OWED);
  }

  /** How many open subjects' workflows are still to be told. */
  countOwedOpen(): Promise<number> {
    return this.entries.countDocuments({ ...OWED, open: true });
  }

  /** Open subjects that have not moved since an instant. */
  listSettledOpen(before: Instant): AsyncIterable<LedgerEntry> {
    return this.entries.find({ open: true, changedAt: { $lt: before }, owed: { $exists: false } });
  }

  async find(ids: readonly string[]): Promise<readonly LedgerEntry[]> {
    return this.entries.find({ _id: { $in: [...ids] } }).toArray();
  }
}

function noteOne(notice: Notice): UpdateStatement {
  const { mustHear, news } = notice;
  return {
    q: { _id: workflowIdOf(notice), 'news.version': { $lt: news.version } },
    u: { $set: { ...entryOf(notice), ...(mustHear ? { owed: news.version } : {}) } },
    upsert: true,
  };
}

function rewriteOne(notice: Notice): UpdateStatement {
  const _id = workflowIdOf(notice);
  const { version } = notice.news;
  const isNewer = { $gt: ['$news.version', version] };
  const entry = { $mergeObjects: ['$$ROOT', { $cond: [isNewer, {}, { $literal: entryOf(notice) }] }] };
  const owe = { $set: { owed: '$news.version' } };
  return {
    q: { _id },
    u: [{ $replaceWith: entry }, ...(notice.mustHear ? [owe] : [])],
    upsert: true,
  };
}

function entryOf({ workflow, id, procedure, open, news, changedAt }: Notice) {
  return { workflow, subjectId: id, procedure, open, news, changedAt };
}

export function nudgeOf({ workflow, subjectId, procedure, open, news }: LedgerEntry): Nudge {
  return { workflow, id: subjectId, procedure, open, news };
}
