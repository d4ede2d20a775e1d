import { Injectable } from '@nestjs/common';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { worded } from '../../commands/command-desk.js';
import type { Asker } from '../../graphql/request-context.js';
import { Parts } from '../../parts.js';
import type { LicencePayload } from './licence-payload.js';

interface Keyed {
  readonly licenceId: string;
  readonly idempotencyKey: string;
  readonly expectedVersion?: number | null;
}

/** Hands a person's command about a licence to the one place that decides, and words its answer. */
@Injectable()
export class LicenceDesk {
  constructor(private readonly parts: Parts) {}

  async give(asker: Asker, input: Keyed, command: LicenceCommand): Promise<LicencePayload> {
    const { idempotencyKey, expectedVersion } = input;
    const answer = await this.parts.backbone.commands.licence({
      id: input.licenceId as LicenceId,
      command,
      idempotencyKey,
      actor: asker.actor,
      correlationId: asker.correlationId,
      ...(typeof expectedVersion === 'number' ? { expectedVersion } : {}),
    });
    this.count(command.type, answer);
    return payloadOf(input.licenceId, answer);
  }

  /** Before a command could be formed. */
  refuse(licenceId: string, command: LicenceCommand['type'], refusal: AnyRefusal): LicencePayload {
    const answer = { outcome: 'refused', refusal } as const;
    this.count(command, answer);
    return payloadOf(licenceId, answer);
  }

  private count(command: string, answer: CommandAnswer): void {
    const { metrics } = this.parts;
    if (answer.outcome === 'refused') metrics.commanded(command, answer.refusal.refusal);
    else metrics.commanded(command, answer.repeated ? 'repeated' : 'done');
  }
}

function payloadOf(licenceId: string, answer: CommandAnswer): LicencePayload {
  if (answer.outcome === 'refused') return { licenceId, repeated: false, refusal: worded(answer.refusal) };
  const { position, version, repeated } = answer;
  return { licenceId, position, version, repeated };
}
