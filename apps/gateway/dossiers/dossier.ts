import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DecisionKind, HandoverWay } from '#libs/dossier/events.js';
import type { Outcome, Stage } from '#libs/dossier/state.js';
import type { ApplicantKind, Channel } from '#libs/procedures/procedure.js';
import { DecisionKindTerms } from '../commands/decision.input.js';
import { HandoverWayTerms } from '../commands/desk.input.js';
import { ApplicantKindTerms, ChannelTerms } from '../commands/filing.input.js';
import { Node } from '../graphql/node.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';
import { Text } from '../graphql/text.js';
import {
  GivenReason,
  LicenceNumber,
  LicenceReference,
  PaperOfDossier,
  StageStep,
  SupplementRound,
} from './dossier-parts.js';
import { Forwarding } from './forwarding.js';
import { OutcomeTerms, StageTerms } from './stage.js';

@ObjectType('DossierProcedure', {
  description: 'The version of the procedure by which a dossier is decided.',
})
export class DossierProcedure {
  @Field(() => String, { description: 'Id of the procedure.' })
  id!: string;

  @Field(() => String, { description: 'Version, pinned at receipt.' })
  version!: string;

  @Field(() => String, { description: 'SHA-256 of its canonical JSON.' })
  hash!: string;

  @Field(() => Text, { description: 'Name.' })
  name!: Text;

  @Field(() => String, { description: 'Code in the national database of administrative procedures.' })
  nationalCode!: string;

  @Field(() => Boolean, {
    description: 'Some of its figures were not read in the official text: for demonstration only.',
  })
  provisional!: boolean;
}

@ObjectType('DecisionTaken', { description: 'What the director decided.' })
export class DecisionTaken {
  @Field(() => DecisionKindTerms, { description: 'Granted, denied, or to be sent on.' })
  kind!: DecisionKind;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Field(() => Int, { nullable: true, description: 'Term in years, of a grant.' })
  termYears?: number | null;

  @Field(() => [GivenReason], { description: 'Reasons, of a denial.' })
  reasons!: readonly GivenReason[];
}

@ObjectType('HandedOver', { description: 'How and when the result reached the applicant.' })
export class HandedOver {
  @Field(() => HandoverWayTerms, { description: 'The way.' })
  way!: HandoverWay;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
}

@ObjectType('Ending', { description: 'Why a dossier ended without a decision.' })
export class Ending {
  @Field(() => [GivenReason], { description: 'Coded reasons.' })
  reasons!: readonly GivenReason[];

  @Field(() => String, { nullable: true, description: 'In words.' })
  note?: string | null;
}

@ObjectType('Dossier', {
  implements: () => [Node],
  description: 'An application and everything done about it (hồ sơ).',
})
export class Dossier extends Node {
  @Field(() => Int, { description: 'Position of the log this was read at.' })
  position!: number;

  @Field(() => Int, { description: 'Hand it back as `expectedVersion` of a command.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Dossier code, from acceptance on (mã hồ sơ).' })
  code?: string | null;

  @Field(() => StageTerms, { description: 'Where it stands.' })
  stage!: Stage;

  @Field(() => OutcomeTerms, { nullable: true, description: 'How it ended, once it is closed.' })
  outcome?: Outcome | null;

  @Field(() => Int, { description: 'Status 1 to 10 of the national public-service portal.' })
  nationalStatus!: number;

  @Field(() => DossierProcedure, { description: 'The rules that decide it.' })
  procedure!: DossierProcedure;

  @Field(() => String, { description: 'The agency that decides.' })
  agency!: string;

  @Field(() => ChannelTerms, { description: 'How it was filed.' })
  channel!: Channel;

  @Field(() => ID, { description: 'Who applies.' })
  applicantId!: string;

  @Field(() => ApplicantKindTerms, { description: 'What kind of organisation applies.' })
  applicantKind!: ApplicantKind;

  @Field(() => String, { description: 'Digest of the salted answers to the form.' })
  formDigest!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the answers, and the files of the slips, are kept no more; null while they are.',
  })
  formErasedAt?: string | null;

  @Field(() => [PaperOfDossier], { description: 'Papers handed in, the latest of each.' })
  papers!: readonly PaperOfDossier[];

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  receivedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted and the clock started.' })
  acceptedAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'End of the legal time for the result.' })
  dueAt?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Appointed date on the receipt (ngày hẹn trả).',
  })
  appointedOn?: string | null;

  @Field(() => Boolean, { description: 'Whether the time was extended once.' })
  extended!: boolean;

  @Field(() => DateTimeScalar, { description: 'When the work of the present stage is due.' })
  stepDueAt!: string;

  @Field(() => [SupplementRound], { description: 'Every request for supplements.' })
  supplements!: readonly SupplementRound[];

  @Field(() => [StageStep], { description: 'The stages it went through.' })
  steps!: readonly StageStep[];

  @Field(() => DecisionTaken, { nullable: true, description: 'The decision, once taken.' })
  decision?: DecisionTaken | null;

  @Field(() => LicenceReference, {
    nullable: true,
    description: 'The licence that it asks to change; null where it asks for a new one.',
  })
  about?: LicenceReference | null;

  @Field(() => LicenceNumber, { nullable: true, description: 'The licence it led to, once numbered.' })
  licence?: LicenceNumber | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the certificate; GET /dossiers/{id}/certificate.',
  })
  certificate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the letter that tells of a denial; GET /dossiers/{id}/letter.',
  })
  letter?: string | null;

  @Field(() => Forwarding, {
    nullable: true,
    description: 'Where another authority decides: to whom it was sent on, and with what answer.',
  })
  forwarding?: Forwarding | null;

  @Field(() => HandedOver, { nullable: true, description: 'When the result was handed over.' })
  handedOver?: HandedOver | null;

  @Field(() => Ending, { nullable: true, description: 'Why it ended without a decision.' })
  ending?: Ending | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  changedAt!: string;
}
