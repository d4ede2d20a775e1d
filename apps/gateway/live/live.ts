import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('DossierMove', { description: 'That something happened to a dossier.' })
export class DossierMove {
  @Field(() => ID, { description: 'The dossier.' })
  dossierId!: string;

  @Field(() => Int, {
    description: 'Position in the log; hand it to `afterPosition` to go on after a break.',
  })
  position!: number;

  @Field(() => Int, { description: 'Version of the dossier since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Stage before; null when it was just filed.' })
  stageBefore?: string | null;

  @Field(() => String, { description: 'Stage since.' })
  stageAfter!: string;
}
