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

@ObjectType('InboxMove', { description: 'That something happened to a dossier or a licence.' })
export class InboxMove {
  @Field(() => ID, { nullable: true, description: 'The dossier; null where it happened to a licence.' })
  dossierId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The licence; null where it happened to a dossier.' })
  licenceId!: string | null;

  @Field(() => Int, {
    description: 'Position in the log; hand it to `afterPosition` to go on after a break.',
  })
  position!: number;

  @Field(() => Int, { description: 'Version of the dossier or licence since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Stage before; null when it just began.' })
  stageBefore!: string | null;

  @Field(() => String, { description: 'Stage since.' })
  stageAfter!: string;
}
