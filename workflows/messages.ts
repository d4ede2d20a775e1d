import { defineSearchAttributeKey } from '@temporalio/common';
import { defineSignal } from '@temporalio/workflow';

/**
 * What the projector tells a workflow: where its subject stands and when something is due next. Level-triggered: a lost
 * or doubled one does no harm, an older one is ignored. Instants are ISO 8601 in UTC.
 */
export interface Moved {
  /** Version of the subject's stream. */
  readonly version: number;
  readonly stage: string;
  /** When the next thing is due, null when nothing is. */
  readonly wakeAt: string | null;
  /** What is due then, by the name the agenda gives it. */
  readonly wakeFor: string | null;
  /** What else is due while that waits for somebody outside, by the same names. */
  readonly meanwhile?: { readonly wakeAt: string; readonly wakeFor: string };
}

export const moved = defineSignal<[Moved]>('moved');

export interface SubjectInput {
  /** Identifier of the dossier or licence. */
  readonly id: string;
  /** Carried over when a long life continues in a new run. */
  readonly latest?: Moved;
}

/** Names of workflow types, as clients start them. */
export const workflowTypes = { dossier: 'dossier', licence: 'licence' } as const;

/** What operators can list by in the Temporal UI; never a personal datum. */
export const searchAttributes = {
  stage: defineSearchAttributeKey('HosoStage', 'KEYWORD'),
  procedure: defineSearchAttributeKey('HosoProcedure', 'KEYWORD'),
  dueAt: defineSearchAttributeKey('HosoDueAt', 'DATETIME'),
};
