import type { Model } from 'mongoose';
import type { HistoryRow } from './history-row.js';

export interface HistoryQuestion {
  /** Identifier of the dossier or licence. */
  readonly subjectId: string;
  readonly first: number;
  /** Number of the command to continue behind; 0 starts with the first. */
  readonly afterN: number;
}

/** In the order in which it happened. */
export async function listHistory(
  model: Model<HistoryRow>,
  { subjectId, first, afterN }: HistoryQuestion,
): Promise<readonly HistoryRow[]> {
  return model
    .find({ subjectId, n: { $gt: afterN } })
    .sort({ n: 1 })
    .limit(first)
    .lean<HistoryRow[]>();
}

export interface MovesRange {
  readonly after: number;
  /** The last position to report. */
  readonly upTo: number;
  readonly limit: number;
}

/** That something happened to a subject, and where it stands since. */
export type Move = Pick<
  HistoryRow,
  'position' | 'subject' | 'subjectId' | 'version' | 'stageBefore' | 'stageAfter'
>;

/** What happened in the whole office, in order. */
export async function listMoves(
  model: Model<HistoryRow>,
  { after, upTo, limit }: MovesRange,
): Promise<readonly Move[]> {
  return model
    .find({ _id: { $gt: after, $lte: upTo } })
    .select(['-_id', 'position', 'subject', 'subjectId', 'version', 'stageBefore', 'stageAfter'])
    .sort({ _id: 1 })
    .limit(limit)
    .lean<Move[]>();
}
