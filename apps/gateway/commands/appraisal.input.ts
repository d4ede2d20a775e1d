import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import type { OpinionPosition } from '#libs/dossier/events.js';
import { registerTerms } from '../graphql/terms.js';
import { DossierInput, JudgementInput } from './command-input.js';
import { Code, Flag, ListOf, OptionalWords, Term, Words } from './fields.js';

export const OpinionPositionTerms = registerTerms<OpinionPosition>(
  'OpinionPosition',
  'What a consulted agency says.',
  {
    agrees: { vi: 'đồng ý', en: 'agrees' },
    agreesWithConditions: { vi: 'đồng ý có điều kiện', en: 'agrees with conditions' },
    objects: { vi: 'không đồng ý', en: 'objects' },
  },
);

@InputType({ description: 'What was found for one item of the checklist.' })
export class FindingInput {
  @Code('Code of the checklist item.')
  item!: string;

  @Flag('Whether the requirement is met.')
  met!: boolean;

  @OptionalWords('Remark.')
  note?: string | null;
}

@InputType({ description: 'Record the appraisal.' })
export class RecordAppraisalInput extends JudgementInput {
  @ListOf(() => FindingInput, 'One finding for every item of the checklist.', 1)
  findings!: FindingInput[];

  @Field(() => String, { nullable: true, description: 'Digest of an uploaded appraisal report.' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  report?: string | null;
}

@InputType({ description: 'An agency that is asked.' })
export class AskedAgencyInput {
  @Code('Electronic identifier of the agency.')
  agency!: string;

  @OptionalWords('A question beside the one the procedure sets.')
  question?: string | null;
}

@InputType({ description: 'Ask agencies for their opinion, all at once.' })
export class AskOpinionsInput extends DossierInput {
  @ListOf(() => AskedAgencyInput, 'Whom to ask.', 1)
  agencies!: AskedAgencyInput[];
}

@InputType({ description: 'Answer for the agency of the signed-in person.' })
export class GiveOpinionInput extends DossierInput {
  @Code('The agency that answers: the one of the signed-in person.')
  agency!: string;

  @Term(OpinionPositionTerms, 'The position.')
  position!: OpinionPosition;

  @Words('The opinion in words.')
  summary!: string;
}
