import { Injectable } from '@nestjs/common';
import type { DossierCommand } from '#libs/dossier/commands.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Asker } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { askedBy, type Keyed, outcomeOf } from './command-outcome.js';
import type { CommandPayload } from './command-payload.js';

interface AboutDossier extends Keyed {
  readonly dossierId: string;
}

/** Hands a person's command to the one place that decides, and words its answer. */
@Injectable()
export class CommandDesk {
  constructor(private readonly parts: Parts) {}

  async give(asker: Asker, input: AboutDossier, command: DossierCommand): Promise<CommandPayload> {
    const { backbone, metrics } = this.parts;
    const { dossierId } = input;
    const answer = await backbone.commands.dossier({
      id: dossierId as DossierId,
      command,
      ...askedBy(asker, input),
    });
    return Object.assign(outcomeOf(metrics, command.type, answer), { dossierId });
  }

  /** Before a command could be formed. */
  refuse(dossierId: string, command: DossierCommand['type'], refusal: AnyRefusal): CommandPayload {
    const outcome = outcomeOf(this.parts.metrics, command, { outcome: 'refused', refusal });
    return Object.assign(outcome, { dossierId });
  }
}
