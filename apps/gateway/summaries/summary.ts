import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import { LocalDateScalar } from '../graphql/scalars.js';
import { Text } from '../graphql/text.js';

@ObjectType('SummaryCount', { description: 'How many of one sort there are in a summary.' })
export class SummaryCount {
  @Field(() => String, { description: 'Code of the sort, as in the JSON file.' })
  code!: string;

  @Field(() => Text, { description: 'What is counted.' })
  name!: Text;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('SummaryDuty', { description: "A holder's duty that fell due in the period." })
export class SummaryDuty {
  @Field(() => String, { description: 'Number of the licence as printed.' })
  licence!: string;

  @Field(() => ID, { description: 'The licence.' })
  licenceId!: string;

  @Field(() => ID, { description: 'Who owes it.' })
  holder!: string;

  @Field(() => ID, { description: 'The duty.' })
  obligation!: string;

  @Field(() => Text, { description: 'Its name in the procedure.' })
  name!: Text;

  @Field(() => Int, { nullable: true, description: 'The year that is reported on.' })
  period?: number | null;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  dueOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When the newest report was handed in.' })
  submittedOn?: string | null;

  @Field(() => Text, { description: 'How far it had come.' })
  standing!: Text;
}

@ObjectType('SummaryViolation', { description: 'A violation and the measures that it led to.' })
export class SummaryViolation {
  @Field(() => String, { description: 'Code of the violation in the procedure, or of the ground.' })
  code!: string;

  @Field(() => Text, { description: 'What was violated.' })
  name!: Text;

  @Field(() => Int, { description: 'Inspections that recorded it.' })
  findings!: number;

  @Field(() => Int, { description: 'Licences suspended for it.' })
  suspensions!: number;

  @Field(() => Int, { description: 'Licences revoked for it.' })
  revocations!: number;
}

@ObjectType('DepartmentSummary', {
  description:
    'What a department reports to its ministry and its People’s Committee, as the log told it at a position (báo cáo tổng hợp).',
})
export class DepartmentSummary {
  @Field(() => String, { description: 'Name and version of the shape of the JSON file.' })
  shape!: string;

  @Field(() => String, { description: 'The department.' })
  agency!: string;

  @Field(() => String, { description: 'The period: `2026`, `2026-H1` or `2026-H2`.' })
  period!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  fromOn!: string;

  @Field(() => LocalDateScalar, { description: 'Its last day.' })
  toOn!: string;

  @Field(() => LocalDateScalar, { description: 'The last day on which the summary may be sent.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether the period was over then.' })
  over!: boolean;

  @Field(() => Int, { description: 'The position of the log; hand it back for the same summary.' })
  position!: number;

  @Field(() => LocalDateScalar, { description: 'The day on which the log came to that position.' })
  asOfOn!: string;

  @Field(() => [SummaryCount], { description: 'Licences by state at the end of the period.' })
  licences!: readonly SummaryCount[];

  @Field(() => [SummaryCount], { description: 'What was done to licences in the period.' })
  acts!: readonly SummaryCount[];

  @Field(() => [SummaryCount], {
    description: 'Duties that fell due in the period, by how far they had come.',
  })
  duties!: readonly SummaryCount[];

  @Field(() => [SummaryDuty], { description: 'Who reported.' })
  reported!: readonly SummaryDuty[];

  @Field(() => [SummaryDuty], { description: 'Who is late, or missed it altogether.' })
  late!: readonly SummaryDuty[];

  @Field(() => [SummaryViolation], { description: 'Violations by kind.' })
  violations!: readonly SummaryViolation[];
}

@ArgsType()
export class SummaryArgs {
  @Field(() => String, { description: 'A year or a half of one: `2026`, `2026-H1`, `2026-H2`.' })
  @Matches(/^2\d{3}(-H[12])?$/)
  periodName!: string;

  @Field(() => String, { nullable: true, description: "Whose summary; without it that of one's own agency." })
  @IsOptional()
  @Matches(/^[\w.-]{1,64}$/)
  agency?: string | null;

  @Field(() => Int, { nullable: true, description: 'What the log knew then; without it all that it knows.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  position?: number | null;
}
