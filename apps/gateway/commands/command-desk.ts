import { Injectable } from '@nestjs/common';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { DossierCommand } from '#libs/dossier/commands.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Asker } from '../graphql/request-context.js';
import { messageFor } from '../messages/refusal-messages.js';
import { Parts } from '../parts.js';
import type { CommandPayload } from './command-payload.js';
import type { Refusal } from './refusal.js';

/** What every command brings from its input. */
interface Keyed {
  readonly dossierId: string;
  readonly idempotencyKey: string;
  readonly expectedVersion?: number | null;
}

/** Hands a person's command to the one place that decides, and words its answer. */
@Injectable()
export class CommandDesk {
  constructor(private readonly parts: Parts) {}

  async give(asker: Asker, input: Keyed, command: DossierCommand): Promise<CommandPayload> {
    const { idempotencyKey, expectedVersion } = input;
    const answer = await this.parts.backbone.commands.dossier({
      id: input.dossierId as DossierId,
      command,
      idempotencyKey,
      actor: asker.actor,
      correlationId: asker.correlationId,
      ...(expectedVersion === undefined || expectedVersion === null ? {} : { expectedVersion }),
    });
    this.count(command.type, answer);
    return payloadOf(input.dossierId, answer);
  }

  /** Before a command could be formed. */
  refuse(dossierId: string, command: DossierCommand['type'], refusal: AnyRefusal): CommandPayload {
    const answer = { outcome: 'refused', refusal } as const;
    this.count(command, answer);
    return payloadOf(dossierId, answer);
  }

  private count(command: string, answer: CommandAnswer): void {
    const done = answer.outcome === 'done' && (answer.repeated ? 'repeated' : 'done');
    this.parts.metrics.commanded(
      command,
      done || (answer.outcome === 'refused' ? answer.refusal.refusal : ''),
    );
  }
}

function payloadOf(dossierId: string, answer: CommandAnswer): CommandPayload {
  if (answer.outcome === 'refused') return { dossierId, repeated: false, refusal: worded(answer.refusal) };
  const { position, version, repeated } = answer;
  return { dossierId, position, version, repeated };
}

export function worded(refusal: AnyRefusal): Refusal {
  const { name, message } = messageFor(refusal);
  // The fields of the typed refusals are their details.
  return { ...refusal.details, name, message, details: refusal.details };
}
