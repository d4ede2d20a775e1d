import { Field, InputType, Int } from '@nestjs/graphql';
import { IsDefined, IsInt, IsObject, IsOptional, Matches, Min } from 'class-validator';
import type { LocalDate } from '#libs/kernel/time.js';
import { KeyedInput } from '../../commands/command-input.js';
import {
  Code,
  Day,
  OptionalDay,
  DigestField,
  Id,
  OptionalNumber,
  Term,
  WholeNumber,
  Words,
} from '../../commands/fields.js';
import { JsonObjectScalar } from '../../graphql/scalars.js';
import { registerTerms } from '../../graphql/terms.js';

const ReissueCauseTerms = registerTerms<'lost' | 'damaged'>('ReissueCause', 'Why it is issued again.', {
  lost: { vi: 'bị mất', en: 'it was lost' },
  damaged: { vi: 'bị hư hỏng', en: 'it was damaged beyond use' },
});

const HolderChangeTerms = registerTerms<'owner' | 'headOffice'>('HolderChange', 'What changed.', {
  owner: { vi: 'chủ sở hữu', en: 'the owner' },
  headOffice: { vi: 'địa chỉ trụ sở chính', en: 'the head office' },
});

@InputType({ isAbstract: true })
export class LicenceInput extends KeyedInput {
  @Id('The licence.')
  licenceId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the licence that the person looked at; when it has changed since, it is refused.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number | null;
}

@InputType({ description: 'A command about a licence, with its reason.' })
export class LicenceReasonInput extends LicenceInput {
  @Words('The reason.')
  reason!: string;
}

@InputType({ description: 'Something is asked of a holder, by a day.' })
export class AskInput extends LicenceInput {
  @Words('The question, the shortcoming, or the source.')
  subject!: string;

  @Day('Last day.')
  dueOn!: LocalDate;
}

@InputType({ description: 'A duty of a licence.' })
export class ObligationInput extends LicenceInput {
  @Id('The obligation.')
  obligation!: string;
}

@InputType({ description: 'A duty of a licence, with a reason.' })
export class ObligationReasonInput extends ObligationInput {
  @Words('The reason.')
  reason!: string;
}

@InputType({ description: 'A report that meets a duty.' })
export class SubmitReportInput extends ObligationInput {
  @OptionalNumber('The year reported on, for a yearly report.', [2000, 2099])
  period?: number | null;

  @Field(() => JsonObjectScalar, { description: 'Answers to the form of the duty.' })
  @IsDefined()
  @IsObject()
  answers!: Readonly<Record<string, unknown>>;
}

@InputType({ description: 'Suspend a licence: for a violation, or for a remedy that was not carried out.' })
export class SuspendLicenceInput extends LicenceReasonInput {
  @Field(() => String, { nullable: true, description: 'Code of the violation in the procedure.' })
  @IsOptional()
  @Matches(/^[\w.:-]{1,128}$/)
  violation?: string | null;

  @Field(() => String, { nullable: true, description: 'The remedy that was not carried out in time.' })
  @IsOptional()
  @Matches(/^[\w.:-]{1,128}$/)
  remedy?: string | null;
}

@InputType({ description: 'Revoke a licence for a violation.' })
export class RevokeLicenceInput extends LicenceReasonInput {
  @Code('Code of the violation in the procedure.')
  violation!: string;
}

@InputType({ description: 'What of a licence is amended, with its evidence.' })
export class AmendLicenceInput extends LicenceInput {
  @Code('What of the licence is amended, as its template names it: `site.domain`.')
  fact!: string;

  @DigestField('SHA-256 of the paper that proves it.')
  digest!: string;
}

@InputType({ description: 'Extend a licence.' })
export class ExtendLicenceInput extends LicenceInput {
  @Day('When the extension was asked for.')
  filedOn!: LocalDate;

  @WholeNumber('For how many years.', [1, 10])
  years!: number;
}

@InputType({ description: 'Issue a licence again.' })
export class ReissueLicenceInput extends LicenceReasonInput {
  @Term(ReissueCauseTerms, 'Why.')
  cause!: 'lost' | 'damaged';
}

@InputType({ description: 'Confirm that another owner or head office was notified.' })
export class NoteHolderChangeInput extends LicenceInput {
  @Term(HolderChangeTerms, 'What changed.')
  change!: 'owner' | 'headOffice';

  @Day('When it changed.')
  changedOn!: LocalDate;

  @OptionalDay('When the notice came in; absent: today.')
  filedOn?: LocalDate | null;

  @DigestField('SHA-256 of the notification.')
  digest!: string;
}
