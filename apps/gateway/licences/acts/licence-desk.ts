import { Injectable } from '@nestjs/common';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { askedBy, type Keyed, outcomeOf } from '../../commands/command-outcome.js';
import type { Asker } from '../../graphql/request-context.js';
import { Parts } from '../../parts.js';
import type { LicencePayload } from './licence-payload.js';

interface AboutLicence extends Keyed {
  readonly licenceId: string;
}

/** Hands a person's command about a licence to the one place that decides, and words its answer. */
@Injectable()
export class LicenceDesk {
  constructor(private readonly parts: Parts) {}

  async give(asker: Asker, input: AboutLicence, command: LicenceCommand): Promise<LicencePayload> {
    const { backbone, metrics } = this.parts;
    const { licenceId } = input;
    const answer = await backbone.commands.licence({
      id: licenceId as LicenceId,
      command,
      ...askedBy(asker, input),
    });
    return Object.assign(outcomeOf(metrics, command.type, answer), { licenceId });
  }

  /** Before a command could be formed. */
  refuse(licenceId: string, command: LicenceCommand['type'], refusal: AnyRefusal): LicencePayload {
    const outcome = outcomeOf(this.parts.metrics, command, { outcome: 'refused', refusal });
    return Object.assign(outcome, { licenceId });
  }
}
