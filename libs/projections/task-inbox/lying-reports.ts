import type { Model } from 'mongoose';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { InboxRow } from './inbox-row.js';

/** A report whose examination is nearly due, or late. */
export interface LyingReport extends Pick<InboxRow, '_id' | 'dueAt'> {
  readonly licenceId: LicenceId;
}

/** All whose examiner is to be reminded by now, whichever agency's. */
export function listLyingReports(model: Model<InboxRow>, now: Instant): Promise<readonly LyingReport[]> {
  return model
    .find({ kind: 'examineReport', remindAt: { $lte: now } })
    .select({ licenceId: 1, dueAt: 1 })
    .sort({ remindAt: 1 })
    .lean<LyingReport[]>();
}
