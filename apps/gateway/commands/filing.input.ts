import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDefined, IsObject, IsOptional, Matches } from 'class-validator';
import type { ApplicantKind, Channel } from '#libs/procedures/procedure.js';
import { JsonObjectScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { DossierInput, KeyedInput } from './command-input.js';
import { Code, DigestField, ListOf, Term } from './fields.js';

export const ChannelTerms = registerTerms<Channel>('Channel', 'How a dossier is filed.', {
  online: { vi: 'nộp trực tuyến', en: 'online' },
  counter: { vi: 'nộp trực tiếp', en: 'at the counter' },
  post: { vi: 'nộp qua bưu chính', en: 'by post' },
});

export const ApplicantKindTerms = registerTerms<ApplicantKind>(
  'ApplicantKind',
  'What kind of organisation applies.',
  {
    enterprise: { vi: 'doanh nghiệp', en: 'enterprise' },
    publicBody: { vi: 'cơ quan, tổ chức nhà nước', en: 'public body' },
    association: { vi: 'hội, tổ chức', en: 'association' },
    pressAgency: { vi: 'cơ quan báo chí', en: 'press agency' },
    school: { vi: 'cơ sở giáo dục', en: 'school or university' },
  },
);

@InputType({ description: 'A paper that was uploaded before, as part of a dossier.' })
export class PaperInput {
  @Code('Code of the paper in the procedure.')
  code!: string;

  @DigestField('SHA-256 of the upload, as POST /attachments answered it.')
  digest!: string;
}

@InputType({ description: 'File a dossier.' })
export class SubmitDossierInput extends KeyedInput {
  @Code('Id of the procedure; its version is the one in force today.')
  procedureId!: string;

  @Term(ChannelTerms, 'How it is filed. Applicants file online; the one-stop desk files what came otherwise.')
  channel!: Channel;

  @Field(() => ID, {
    nullable: true,
    description: 'The applicant, when the one-stop desk files for somebody; otherwise the signed-in person.',
  })
  @IsOptional()
  @Matches(/^[\w.:@|-]{1,128}$/)
  applicant?: string | null;

  @Term(ApplicantKindTerms, 'What kind of organisation applies.')
  applicantKind!: ApplicantKind;

  @Field(() => ID, {
    nullable: true,
    description:
      'The licence the application is about, where the procedure changes one; the applicant must hold it.',
  })
  @IsOptional()
  @Matches(/^[\w.:@|-]{1,128}$/)
  licenceId?: string | null;

  @Field(() => JsonObjectScalar, { description: 'Answers to the form of the procedure, by its JSON Schema.' })
  @IsDefined()
  @IsObject()
  answers!: Record<string, unknown>;

  @ListOf(() => PaperInput, 'The papers handed in.')
  papers!: PaperInput[];
}

@InputType({ description: 'Bring what was asked for.' })
export class ReceiveSupplementInput extends DossierInput {
  @ListOf(() => PaperInput, 'New papers.')
  papers!: PaperInput[];

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'All answers to the form again, when a field was deficient.',
  })
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown> | null;
}
