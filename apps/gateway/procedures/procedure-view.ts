import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Duration } from '#libs/calendar/duration.js';
import type {
  ApplicantKind,
  Channel,
  Citation as CitationOfRule,
  OpinionRule as Rule,
  Procedure as Described,
} from '#libs/procedures/procedure.js';
import { type ProcedureStage, stagesOf } from '#libs/procedures/stages.js';
import { type ResultKind, resultKindOf } from '#libs/procedures/result.js';
import { ApplicantKindTerms, ChannelTerms } from '../commands/filing.input.js';
import { JsonObjectScalar, LocalDateScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { StageTerms } from '../dossiers/stage.js';
import { ResultKindTerms } from './result-kind.js';
import { Text } from '../graphql/text.js';

const CertaintyTerms = registerTerms<CitationOfRule['certainty']>(
  'Certainty',
  'How sure the wording of a rule is.',
  {
    verified: { vi: 'đã đối chiếu văn bản gốc', en: 'read in the official text' },
    secondary: { vi: 'theo nguồn thứ cấp', en: 'from a secondary source' },
    provisional: { vi: 'tạm thời, chưa kiểm chứng', en: 'provisional, not verified' },
    officeRule: { vi: 'quy định nội bộ của cơ quan', en: "the office's own rule" },
  },
);

const SilenceTerms = registerTerms<Rule['silence']>(
  'Silence',
  'What an unanswered request for an opinion means.',
  {
    countsAsAgreement: { vi: 'coi như đồng ý', en: 'counts as agreement' },
    countsAsNoObjection: { vi: 'coi như không phản đối', en: 'counts as no objection' },
    blocks: { vi: 'vẫn phải chờ', en: 'the decision must wait all the same' },
  },
);

@ObjectType('Limit', { description: 'A limit of time.' })
class Limit {
  @Field(() => Number, { description: 'How many.' })
  amount!: number;

  @Field(() => String, {
    description: 'Of what: workingDays, workingHours, hours, calendarDays, weeks, months, years.',
  })
  unit!: Duration['unit'];
}

@ObjectType('Citation', { description: 'Where a rule stands.' })
export class Citation {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => CertaintyTerms, { description: 'How sure its wording is.' })
  certainty!: CitationOfRule['certainty'];
}

@ObjectType('CodedReason', { description: 'A reason or deficiency that can be given.' })
export class CodedReason {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => Text, { description: 'Its text.' })
  text!: Text;
}

@ObjectType('ProcedurePaper', { description: 'A paper that a dossier needs.' })
export class ProcedurePaper {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => Text, { description: 'Its name.' })
  name!: Text;

  @Field(() => Int, { description: 'How many copies.' })
  copies!: number;

  @Field(() => JsonObjectScalar, {
    description: 'When it is required: `kind` always, oneOf with `group`, or whenApplicantIs.',
  })
  required!: object;

  @Field(() => Citation, { description: 'Where that is said.' })
  citation!: Citation;
}

@ObjectType('ChecklistItem', { description: 'A requirement that the appraisal looks at.' })
export class ChecklistItem {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => Text, { description: 'Its text.' })
  text!: Text;

  @Field(() => Citation, { description: 'Where that is said.' })
  citation!: Citation;
}

@ObjectType('OpinionRule', { description: 'An agency that is consulted.' })
export class OpinionRule {
  @Field(() => String, { description: 'Electronic identifier of the agency.' })
  agency!: string;

  @Field(() => Text, { description: 'Its name.' })
  agencyName!: Text;

  @Field(() => Text, { description: 'What it is asked about.' })
  subject!: Text;

  @Field(() => Limit, { description: 'How long it has.' })
  within!: Duration;

  @Field(() => SilenceTerms, { description: 'What its silence means.' })
  silence!: Rule['silence'];

  @Field(() => Boolean, { description: 'Whether its objection forbids a grant.' })
  objectionForbidsGrant!: boolean;
}

@ObjectType('ProvisionalValue', { description: 'A figure or text that was not read in the official source.' })
export class ProvisionalValue {
  @Field(() => String, { description: 'Where in the procedure.' })
  path!: string;

  @Field(() => Text, { description: 'What is uncertain.' })
  note!: Text;
}

@ObjectType('ProcedureForm', { description: 'The form that applicants fill in.' })
export class ProcedureForm {
  @Field(() => String, { description: 'Id of the form.' })
  id!: string;

  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => Text, { description: 'Its name.' })
  name!: Text;
}

@ObjectType('Procedure', { description: 'One version of an administrative procedure (thủ tục hành chính).' })
export class Procedure {
  @Field(() => String, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => String, { description: 'Code in the national database of administrative procedures.' })
  nationalCode!: string;

  @Field(() => Text, { description: 'Its name.' })
  name!: Text;

  @Field(() => Text, { description: 'The field of administration.' })
  field!: Text;

  @Field(() => String, { description: 'The agency that decides.' })
  competentAgency!: string;

  @Field(() => LocalDateScalar, {
    description: 'First day on which a dossier received falls under this version.',
  })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last such day; null: it goes on.' })
  validTo?: string;

  @Field(() => [ChannelTerms], { description: 'How one can file.' })
  channels!: readonly Channel[];

  @Field(() => [ApplicantKindTerms], { description: 'Who can apply.' })
  applicantKinds!: readonly ApplicantKind[];

  @Field(() => ProcedureForm, { description: 'The form.' })
  form!: ProcedureForm;

  @Field(() => [ProcedurePaper], { description: 'The papers.' })
  papers!: readonly ProcedurePaper[];

  @Field(() => [CodedReason], { description: 'Deficiencies for which a supplement can be asked.' })
  deficiencies!: readonly CodedReason[];

  @Field(() => [CodedReason], { description: 'Reasons for refusing at the desk.' })
  intakeRefusals!: readonly CodedReason[];

  @Field(() => [CodedReason], { description: 'Reasons for denying.' })
  denialReasons!: readonly CodedReason[];

  @Field(() => [CodedReason], { description: 'Reasons for stopping.' })
  stopReasons!: readonly CodedReason[];

  @Field(() => [ChecklistItem], { description: 'What the appraisal looks at.' })
  checklist!: readonly ChecklistItem[];

  @Field(() => [OpinionRule], { description: 'Which agencies are consulted.' })
  opinions!: readonly OpinionRule[];

  @Field(() => Limit, { description: 'The legal time for the result, from acceptance.' })
  decidedWithin!: Duration;

  @Field(() => Citation, { description: 'Where that is said.' })
  decidedWithinCitation!: Citation;

  @Field(() => [StageTerms], {
    description:
      'The stages that an application passes; while a supplement is awaited it rests where it was.',
  })
  stages!: readonly ProcedureStage[];

  @Field(() => ResultKindTerms, { description: 'What a grant does to a licence.' })
  result!: ResultKind;

  @Field(() => Text, {
    nullable: true,
    description: 'The authority to which it is sent on, where another decides.',
  })
  forwardTo!: Text | null;

  @Field(() => Int, { description: 'Longest term that is granted, in years; 0 where a grant has none.' })
  maxTermYears!: number;

  @Field(() => [ProvisionalValue], {
    description:
      'What was not read in the official text. While there is any, the version decides in demonstrations only.',
  })
  provisional!: readonly ProvisionalValue[];

  @Field(() => [ProvisionalValue], { description: 'Not confirmed either, but nothing depends on it.' })
  unconfirmed!: readonly ProvisionalValue[];
}

export function procedureOf(described: Described): Procedure {
  const { decisionLimit, licence, unconfirmed = [], ...rest } = described;
  const result = resultKindOf(described);
  return {
    ...rest,
    stages: stagesOf(described),
    result,
    forwardTo: described.result?.forwardTo?.name ?? null,
    decidedWithin: decisionLimit.within,
    decidedWithinCitation: decisionLimit.citation,
    maxTermYears: licence.maxTermYears,
    unconfirmed,
  };
}
