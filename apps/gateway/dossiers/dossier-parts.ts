import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Stage } from '#libs/dossier/state.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';
import { StageTerms } from './stage.js';

@ObjectType('GivenReason', { description: 'A coded reason of the procedure, as it was given.' })
export class GivenReason {
  @Field(() => String, { description: 'Code of the reason in the procedure.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What was added to it.' })
  note?: string | null;
}

@ObjectType('PaperOfDossier', { description: 'A paper that was handed in (thành phần hồ sơ).' })
export class PaperOfDossier {
  @Field(() => String, { description: 'Code of the paper in the procedure.' })
  code!: string;

  @Field(() => String, { description: 'SHA-256 of the bytes; GET /attachments/{digest}?dossier={id}.' })
  digest!: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size.' })
  bytes!: number;
}

@ObjectType('SupplementItem', { description: 'One thing that was deficient.' })
export class SupplementItem {
  @Field(() => String, { nullable: true, description: 'Code of the paper, when it is about one.' })
  paper?: string;

  @Field(() => String, { nullable: true, description: 'Path of the form field, when it is about one.' })
  field?: string;

  @Field(() => String, { description: 'Code of the deficiency in the procedure.' })
  deficiency!: string;

  @Field(() => String, { description: 'What exactly is to be brought or changed.' })
  guidance!: string;
}

@ObjectType('SupplementRound', { description: 'A request for supplements, and its answer.' })
export class SupplementRound {
  @Field(() => Int, { description: 'Which request, from 1.' })
  round!: number;

  @Field(() => [SupplementItem], { description: 'Everything that was asked for.' })
  items!: readonly SupplementItem[];

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  requestedAt!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be answered.' })
  answerBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  receivedAt?: string | null;
}

@ObjectType('StageStep', { description: 'When a dossier entered a stage.' })
export class StageStep {
  @Field(() => StageTerms, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  enteredAt!: string;
}

@ObjectType('LicenceReference', { description: 'An existing licence that a dossier is about.' })
export class LicenceReference {
  @Field(() => ID, { description: 'The licence.' })
  licenceId!: string;

  @Field(() => String, { description: 'Its number as printed.' })
  text!: string;

  @Field(() => LocalDateScalar, { description: 'Its date of issue.' })
  issuedOn!: string;
}

@ObjectType('LicenceNumber', { description: 'A number of the register of licences.' })
export class LicenceNumber {
  @Field(() => ID, { description: 'The licence.' })
  licenceId!: string;

  @Field(() => Int, { description: 'Number in the register of the year.' })
  number!: number;

  @Field(() => Int, { description: 'Year of the register.' })
  year!: number;

  @Field(() => String, { description: 'As printed.' })
  text!: string;

  @Field(() => LocalDateScalar, { description: 'Date of issue.' })
  issuedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of validity.' })
  expiresOn!: string;
}
