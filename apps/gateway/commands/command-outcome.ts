import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Asker } from '../graphql/request-context.js';
import type { Metrics } from '../health/metrics.js';
import { messageFor } from '../messages/refusal-messages.js';
import { Refusal } from './refusal.js';

/** What the answer to every command says, whatever it was about. */
@ObjectType({ isAbstract: true })
export class CommandOutcome {
  @Field(() => Int, {
    nullable: true,
    description:
      'Position in the log. Hand it to `atLeastPosition` of a query that must see this. Null when refused.',
  })
  position?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of what it was about after the command. Null when refused.',
  })
  version?: number;

  @Field(() => Boolean, {
    description: 'True when the same command had been recorded before: this is its first answer.',
  })
  repeated!: boolean;

  @Field(() => Refusal, { nullable: true, description: 'Why it was refused. Null when it was recorded.' })
  refusal?: Refusal;
}

/** What every command brings from its input. */
export interface Keyed {
  readonly idempotencyKey: string;
  readonly expectedVersion?: number | null;
}

interface Given {
  readonly idempotencyKey: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly expectedVersion?: number;
}

/** Who gives a command, under which key, and on what they saw. */
export function askedBy(
  { actor, correlationId }: Asker,
  { idempotencyKey, expectedVersion: seen }: Keyed,
): Given {
  return {
    idempotencyKey,
    actor,
    correlationId,
    ...(typeof seen === 'number' ? { expectedVersion: seen } : {}),
  };
}

/** Counts an answer by its command, and words it. */
export function outcomeOf(metrics: Metrics, command: string, answer: CommandAnswer): CommandOutcome {
  if (answer.outcome === 'refused') {
    metrics.commanded(command, answer.refusal.refusal);
    return { repeated: false, refusal: worded(answer.refusal) };
  }
  const { position, version, repeated } = answer;
  metrics.commanded(command, repeated ? 'repeated' : 'done');
  return { position, version, repeated };
}

function worded(refusal: AnyRefusal): Refusal {
  const { name, message } = messageFor(refusal);
  // The fields of the typed refusals are their details.
  return { ...refusal.details, name, message, details: refusal.details };
}
