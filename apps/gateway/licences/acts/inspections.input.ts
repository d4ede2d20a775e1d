import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Matches } from 'class-validator';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Finding } from '#libs/licence/events.js';
import { Code, OptionalWords, Term, Words } from '../../commands/fields.js';
import { LocalDateScalar } from '../../graphql/scalars.js';
import { registerTerms } from '../../graphql/terms.js';
import { LicenceInput } from './acts.input.js';

const FindingTerms = registerTerms<Finding>('InspectionFinding', 'What an inspection came to.', {
  nothingFound: { vi: 'không phát hiện vi phạm', en: 'nothing was found' },
  remedyOrdered: { vi: 'yêu cầu khắc phục', en: 'a remedy is ordered' },
  violationRecorded: { vi: 'ghi nhận vi phạm', en: 'a violation is recorded' },
});

@InputType({ description: 'An inspection of a licence.' })
export class InspectionInput extends LicenceInput {
  @Code('Id of the inspection, `taskId` in the inbox.')
  inspection!: string;
}

@InputType({ description: 'What an inspection found.' })
export class CloseInspectionInput extends InspectionInput {
  @Term(FindingTerms, 'What it came to.')
  finding!: Finding;

  @Words('What was looked at, and what was found.')
  note!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the violation in the procedure, where one is recorded.',
  })
  @IsOptional()
  @Matches(/^[\w.:-]{1,128}$/)
  violation?: string | null;

  @OptionalWords('The shortcoming, where a remedy is ordered.')
  remedySubject?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when it is to be remedied.' })
  @IsOptional()
  @IsString()
  remedyDueOn?: LocalDate | null;
}
