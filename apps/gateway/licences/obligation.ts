import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import type { LocalDate } from '#libs/kernel/time.js';
import type { RowKind, RowOutcome } from '#libs/projections/licence-obligations/obligation-row.js';
import { connectionOf, PageArgs } from '../graphql/connection.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Text } from '../graphql/text.js';

const ObligationKindTerms = registerTerms<RowKind>('ObligationKind', 'What is owed, or may be done.', {
  yearlyReport: { vi: 'báo cáo hằng năm', en: 'a yearly report' },
  demandedReport: { vi: 'báo cáo đột xuất', en: 'a report on demand' },
  remedy: { vi: 'khắc phục', en: 'a remedy' },
  sourceConsent: { vi: 'chấp thuận của nguồn tin', en: 'a new consent of a source' },
  renewal: { vi: 'gia hạn', en: 'the time in which an extension may be asked for' },
});

const ObligationOutcomeTerms = registerTerms<RowOutcome>('ObligationOutcome', 'How it ended.', {
  fulfilled: { vi: 'đã thực hiện', en: 'met in time' },
  fulfilledLate: { vi: 'đã thực hiện, quá hạn', en: 'met late' },
  excused: { vi: 'được miễn', en: 'excused' },
  missed: { vi: 'không thực hiện', en: 'not met; an inspection was asked for' },
  lapsed: { vi: 'chấm dứt cùng giấy phép', en: 'ended with the licence' },
  unexamined: {
    vi: 'đã nộp, chưa được xem xét khi giấy phép chấm dứt',
    en: 'handed in; the licence ended before the report was examined',
  },
  extended: { vi: 'đã gia hạn', en: 'the licence was extended' },
  renewed: { vi: 'đã cấp giấy phép mới', en: 'the licence was replaced by a new one' },
  letLapse: { vi: 'để hết hạn', en: 'the licence expired unextended' },
});

@ObjectType('Obligation', { description: 'What is owed under a licence (nghĩa vụ).' })
export class Obligation {
  @Field(() => ID, { description: 'Its id: unique within the licence.' })
  obligation!: string;

  @Field(() => ID, { description: 'The licence.' })
  licenceId!: string;

  @Field(() => String, { description: 'Number of the licence as printed.' })
  licenceText!: string;

  @Field(() => ID, { description: 'Who owes it.' })
  holderId!: string;

  @Field(() => ObligationKindTerms, { description: 'What is owed.' })
  kind!: RowKind;

  @Field(() => Text, { description: 'Its name in the procedure.' })
  name!: Text;

  @Field(() => String, { nullable: true, description: 'The question, the shortcoming, or the source.' })
  subject?: string | null;

  @Field(() => LocalDateScalar, {
    description: 'From this day on: of a duty when it began, of a renewal when its time opens.',
  })
  since!: string;

  @Field(() => LocalDateScalar, { description: 'Last day; never moved later.' })
  dueOn!: string;

  @Field(() => Int, { nullable: true, description: 'The year that is reported on.' })
  period?: number | null;

  @Field(() => Boolean, { description: 'Whether it is met by a report that is handed in here.' })
  reported!: boolean;

  @Field(() => Int, { description: 'How many versions of the report were handed in.' })
  reports!: number;

  @Field(() => Boolean, { description: 'Whether a report is being examined.' })
  examined!: boolean;

  @Field(() => Boolean, { description: 'Whether the first report came after the due date.' })
  late!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its holder was last reminded.' })
  remindedAt?: string | null;

  @Field(() => ObligationOutcomeTerms, {
    nullable: true,
    description: 'How it ended; null while it is open.',
  })
  outcome?: RowOutcome | null;

  /** Where the answers of the newest report lie. */
  report?: string | null;
}

@ObjectType('ObligationConnection', { description: 'A page of obligations: what is due first comes first.' })
export class ObligationConnection extends connectionOf(Obligation, 'Obligation') {}

@InputType({ description: 'Which obligations.' })
export class ObligationFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this licence.' })
  @IsOptional()
  @Matches(/^[\w.:-]{1,128}$/)
  licenceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this holder.' })
  @IsOptional()
  @Matches(/^[\w.:@|-]{1,128}$/)
  holder?: string | null;

  @Field(() => ObligationKindTerms, { nullable: true, description: 'Only those of this kind.' })
  @IsOptional()
  @IsIn(Object.values(ObligationKindTerms))
  kind?: RowKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open ones, or only those that ended.' })
  @IsOptional()
  @IsBoolean()
  open?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose day is over and for which nothing was handed in; `false` says nothing.',
  })
  @IsOptional()
  @IsBoolean()
  late?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose report waits to be examined, or only the others.',
  })
  @IsOptional()
  @IsBoolean()
  examined?: boolean | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those due before this date.' })
  @IsOptional()
  @IsString()
  dueBefore?: LocalDate | null;
}

@ArgsType()
export class ObligationsArgs extends PageArgs {
  @Field(() => ObligationFilterInput, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ObligationFilterInput)
  filter?: ObligationFilterInput | null;
}
