import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import type { HandoverWay } from '#libs/dossier/events.js';
import { registerTerms } from '../graphql/terms.js';
import { DossierInput, JudgementInput, ReasonInput } from './command-input.js';
import { BesideOneOf, Code, Line, ListOf, Term, Words } from './fields.js';

export const HandoverWayTerms = registerTerms<HandoverWay>(
  'HandoverWay',
  'How a result reaches the applicant.',
  {
    counter: { vi: 'trả trực tiếp tại bộ phận một cửa', en: 'at the one-stop counter' },
    post: { vi: 'qua dịch vụ bưu chính công ích', en: 'by the public postal service' },
    online: { vi: 'trực tuyến', en: 'online' },
  },
);

@InputType({ description: 'Refuse a dossier at the desk.' })
export class RefuseIntakeInput extends JudgementInput {
  @ListOf(() => ReasonInput, 'All reasons in one go.', 1)
  reasons!: ReasonInput[];

  @Words('What the applicant can do now.')
  guidance!: string;
}

@InputType({ description: 'Point to the competent authority.' })
export class RedirectDossierInput extends DossierInput {
  @Line('The authority that is competent.')
  toAgency!: string;

  @Words('Why this office is not.')
  reason!: string;
}

@InputType({ description: 'One thing that is deficient: a paper or a field of the form, never both.' })
export class SupplementItemInput {
  @Field(() => String, { nullable: true, description: 'Code of the paper.' })
  @IsOptional()
  @Matches(/^[\w.-]{1,128}$/)
  paper?: string | null;

  @Field(() => String, { nullable: true, description: 'Path of the form field.' })
  @IsOptional()
  @Matches(/^[\w./[\]-]{1,200}$/)
  field?: string | null;

  @Code('Code of the deficiency in the procedure.')
  @BesideOneOf('paper', 'field')
  deficiency!: string;

  @Words('What exactly is to be brought or changed.')
  guidance!: string;
}

@InputType({ description: 'Ask for everything that is missing, in one go.' })
export class RequestSupplementInput extends JudgementInput {
  @ListOf(() => SupplementItemInput, 'Everything that is deficient.', 1)
  items!: SupplementItemInput[];
}

@InputType({ description: 'Hand the result over.' })
export class HandOverResultInput extends DossierInput {
  @Term(HandoverWayTerms, 'How it was handed over.')
  way!: HandoverWay;
}
