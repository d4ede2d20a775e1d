import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import type { LocalDate } from '#libs/kernel/time.js';
import type { SendingWay, SummaryAddressee } from '#libs/summary-duties/addressees.js';
import { KeyedInput } from '../commands/command-input.js';
import { Code, Day, Line, Term, WholeNumber, Words } from '../commands/fields.js';
import { AddresseeTerms, WayTerms } from './sending.js';

const LAST_POSITION = 2 ** 31 - 1;

/** A department speaks for itself: the agency is that of who gives the command. */
@InputType({ isAbstract: true })
class SendingInput extends KeyedInput {
  @Code('A year or a half of one: `2026`, `2026-H1`, `2026-H2`.')
  periodName!: string;

  @Term(AddresseeTerms, 'To whom.')
  addressee!: SummaryAddressee;

  @Field(() => Int, {
    nullable: true,
    description: '`sendingVersion` that the person looked at; when it has changed since, it is refused.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number | null;
}

@InputType({ description: 'That the summary of a department was sent.' })
export class RecordSummarySentInput extends SendingInput {
  @Day('The day on which it was sent.')
  sentOn!: LocalDate;

  @Term(WayTerms, 'By which way.')
  way!: SendingWay;

  @Line('Number of the letter it went with, or of its receipt.')
  reference!: string;

  @WholeNumber('Position of the log that the summary tells of; it is printed in its number.', [
    1,
    LAST_POSITION,
  ])
  position!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the file that was sent, as a signed copy that was uploaded; without it the paper as it was drawn at the position.',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  digest?: string | null;
}

@InputType({ description: 'That a recorded sending was wrong.' })
export class WithdrawSummarySendingInput extends SendingInput {
  @Words('The reason.')
  reason!: string;
}
