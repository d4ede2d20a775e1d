import { Schema } from 'mongoose';
import type { Recorded } from '#libs/event-store/recorded.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { JsonObject } from '#libs/kernel/json.js';

export interface HistoryEvent {
  readonly type: string;
  /** What happened, in one sentence of the office; people are in `data`, by identifier. */
  readonly sentence: Bilingual;
  readonly data: JsonObject;
}

/** One command that was carried out: who, when, what, under which rules. Never changes. */
export interface HistoryRow extends Recorded {
  /** The position in the log. */
  readonly _id: number;
  readonly subject: 'dossier' | 'licence';
  readonly subjectId: string;
  readonly commandName: Bilingual;
  /** Null before the first command. */
  readonly stageBefore: string | null;
  readonly stageAfter: string;
  readonly events: readonly HistoryEvent[];
}

export const historySchema = new Schema<HistoryRow>(
  {
    _id: { type: Number, required: true },
    position: { type: Number, required: true },
    subject: { type: String, required: true },
    subjectId: { type: String, required: true },
    n: { type: Number, required: true },
    version: { type: Number, required: true },
    recordedAt: { type: String, required: true },
    effectiveAt: String,
    actor: { type: Schema.Types.Mixed, required: true },
    onBehalfOf: String,
    command: { type: String, required: true },
    commandName: { vi: String, en: String },
    correlationId: { type: String, required: true },
    rules: Schema.Types.Mixed,
    build: { type: String, required: true },
    stageBefore: String,
    stageAfter: { type: String, required: true },
    events: [Schema.Types.Mixed],
    hash: { type: String, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
).index({ subjectId: 1, n: 1 }, { name: 'subject' });
