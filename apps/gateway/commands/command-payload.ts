import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from './refusal.js';

@ObjectType('CommandPayload', {
  description: 'The answer to a command: either it was recorded, or it was refused.',
})
export class CommandPayload {
  @Field(() => ID, { description: 'The dossier the command was about.' })
  dossierId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Position in the log. Hand it to `atLeastPosition` of a query that must see this. Null when refused.',
  })
  position?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the dossier after the command. Null when refused.',
  })
  version?: number;

  @Field(() => Boolean, {
    description: 'True when the same command had been recorded before: this is its first answer.',
  })
  repeated!: boolean;

  @Field(() => Refusal, { nullable: true, description: 'Why it was refused. Null when it was recorded.' })
  refusal?: Refusal;
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
