import type { Actor, RulesInForce, StoredEvent } from '#libs/event-store/commit.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Instant } from '#libs/kernel/time.js';
import type { TechnicalRefusal } from './answer.js';

/** A kind of stream and the pure code that decides on it. */
export interface Subject<Id extends string, State, Command extends { readonly type: string }, Rules> {
  stream(id: Id): string;
  fold(events: readonly StoredEvent[]): State;
  /** True for the command that begins a stream: all others need one that exists. */
  begins(command: Command): boolean;
  permits(actor: Actor, command: Command, state: State): boolean;
  /** The versions of the rules that decide now, or why there are none. */
  rules(state: State, command: Command, now: Instant): MaybeLater<Rules | TechnicalRefusal>;
  /** The registers a command draws a number from. */
  registers(state: State, command: Command, given: Pick<Given<Rules>, 'rules' | 'now'>): readonly string[];
  decide(state: State, command: Command, given: Given<Rules>): readonly StoredEvent[] | AnyRefusal;
  /** True for an event that leaves what a person saw before it as good as new. */
  isNote(event: StoredEvent): boolean;
  claims(event: StoredEvent): readonly string[];
  stamp(rules: Rules, command: Command): RulesInForce;
}

type MaybeLater<Value> = Value | Promise<Value>;

export interface Given<Rules> {
  readonly rules: Rules;
  readonly now: Instant;
  readonly actor: Actor;
  /** The next free number of each register asked for. */
  readonly nextNumber: Readonly<Record<string, number>>;
}
