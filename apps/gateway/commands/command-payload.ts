import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CommandOutcome } from './command-outcome.js';

@ObjectType('CommandPayload', {
  description: 'The answer to a command: either it was recorded, or it was refused.',
})
export class CommandPayload extends CommandOutcome {
  @Field(() => ID, { description: 'The dossier the command was about.' })
  dossierId!: string;
}

@ObjectType('SubmitDossierPayload', { description: 'The answer to filing a dossier.' })
export class SubmitDossierPayload extends CommandPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Second secret for public tracking. It is shown here only; repeating the command shows it again.',
  })
  trackingSecret?: string;
}
