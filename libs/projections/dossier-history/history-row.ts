import { Schema } from 'mongoose';
import type { Actor, RulesInForce } from '#libs/event-store/commit.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { Instant } from '#libs/kernel/time.js';

export interface HistoryEvent {
  readonly type: string;
  /** What happened, in one sentence of the office; people are in `data`, by identifier. */
  readonly sentence: Bilingual;
  readonly data: JsonObject;
}

/** One command that was carried out: who, when, what, under which rules. Never changes. */
export interface HistoryRow {
  /** The position in the log. */
  readonly _id: number;
  readonly position: number;
  readonly subject: 'dossier' | 'licence';
  readonly subjectId: string;
  /** Number of the command in the subject's life, from 1. */
  readonly n: number;
  /** Version of the subject after it. */
  readonly version: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant | null;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly command: string;
  readonly commandName: Bilingual;
  readonly correlationId: string;
  readonly rules: RulesInForce;
  readonly build: string;
  /** Null before the first command. */
  readonly stageBefore: string | null;
  readonly stageAfter: string;
  readonly events: readonly HistoryEvent[];
  /** Hash of the commit in the log, to look it up in the evidence. */
  readonly hash: string;
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
