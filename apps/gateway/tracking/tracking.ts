import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import type { Stage } from '#libs/dossier/state.js';
import { StageStep } from '../dossiers/dossier-parts.js';
import { AnswerOfAuthority } from '../dossiers/forwarding.js';
import { StageTerms } from '../dossiers/stage.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';
import { Text } from '../graphql/text.js';

@ArgsType()
export class TrackingArgs {
  @Field(() => String, { description: 'Dossier code, or the id of the dossier before it has a code.' })
  @Matches(/^[\w.-]{1,128}$/)
  code!: string;

  @Field(() => String, { description: 'The second secret, as given when the dossier was filed.' })
  @Matches(/^[\w -]{8,64}$/)
  secret!: string;
}

@ObjectType('TrackedAnswer', { description: 'What the authority decided to which a dossier was sent on.' })
export class TrackedAnswer extends AnswerOfAuthority {}

@ObjectType('TrackedDossier', {
  description: 'As little as answers "where is it, what do I do, by when". Names nobody.',
})
export class TrackedDossier {
  @Field(() => String, { nullable: true, description: 'Dossier code, from acceptance on.' })
  code?: string | null;

  @Field(() => Text, { description: 'Name of the procedure.' })
  procedureName!: Text;

  @Field(() => StageTerms, { description: 'Where it stands.' })
  stage!: Stage;

  @Field(() => Int, { description: 'Status 1 to 10 of the national public-service portal.' })
  nationalStatus!: number;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  receivedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted.' })
  acceptedAt?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Appointed date of the result.' })
  appointedOn?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the applicant must bring supplements.',
  })
  answerBy?: string | null;

  @Field(() => [StageStep], { description: 'The stages it went through.' })
  steps!: readonly StageStep[];

  @Field(() => String, {
    nullable: true,
    description: 'The authority that decides instead, once the dossier was sent on to it.',
  })
  sentOnTo?: string | null;

  @Field(() => TrackedAnswer, { nullable: true, description: 'What it decided; null until that is known.' })
  answer?: TrackedAnswer | null;
}
