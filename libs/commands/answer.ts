import type { Actor, Commit, StoredEvent } from '#libs/event-store/commit.js';
import type { AnyRefusal, RefusalOf } from '#libs/kernel/refusal.js';

/** A command on its way: who asks what of which subject, and the key under which it may be repeated. */
export interface CommandRequest<Id extends string, Command> {
  readonly id: Id;
  readonly command: Command;
  /** Unique in the stream; a repetition with the same content gets the first answer. */
  readonly idempotencyKey: string;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  /** The version a person looked at; absent for commands that are right whatever happened since. */
  readonly expectedVersion?: number;
}

export interface Done {
  readonly outcome: 'done';
  /** Position of the commit in the log: what a reader must have seen to see this. */
  readonly position: number;
  /** Version of the subject after the command. */
  readonly version: number;
  readonly events: readonly StoredEvent[];
  readonly repeated: boolean;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: AnyRefusal;
}

export type CommandAnswer = Done | Refused;

/** Refusals that come before the domain is asked. */
export interface TechnicalRefusals {
  readonly SubjectNotFound: { readonly id: string };
  readonly NotPermitted: { readonly command: string };
  readonly StaleVersion: { readonly expected: number; readonly actual: number };
  readonly KeyReused: { readonly key: string };
  readonly ProcedureNotInForce: { readonly procedure: string; readonly on: string };
  /** Others kept changing the same subject or register; nothing was recorded. */
  readonly TooMuchContention: { readonly attempts: number };
}

export type TechnicalRefusal = RefusalOf<TechnicalRefusals>;

export function refusedWith(refusal: TechnicalRefusal): Refused {
  return { outcome: 'refused', refusal: { refusal: refusal.refusal, details: { ...refusal.details } } };
}

export function doneWith(commit: Commit, repeated: boolean): Done {
  const { position, versions, events } = commit;
  return { outcome: 'done', position, version: versions[1], events, repeated };
}
