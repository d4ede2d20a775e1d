import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { StepEffect } from '#libs/calendar/explanation.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Text } from '../graphql/text.js';
import { Citation } from '../procedures/procedure-view.js';

const StepEffectTerms = registerTerms<StepEffect>('ClockStepEffect', 'What a step does to the count.', {
  starts: { vi: 'bắt đầu', en: 'the limit starts' },
  sets: { vi: 'quy định', en: 'something is laid down' },
  counts: { vi: 'tính', en: 'days are counted' },
  isNotCounted: { vi: 'không tính', en: 'days are not counted' },
  standsStill: { vi: 'tạm dừng', en: 'the limit stands still' },
  restarts: { vi: 'tính lại từ đầu', en: 'the limit runs from zero' },
  extends: { vi: 'gia hạn', en: 'the limit is extended' },
  movesOn: { vi: 'chuyển ngày', en: 'a day off moves the date' },
  reminds: { vi: 'nhắc việc', en: 'somebody is reminded' },
  ends: { vi: 'kết thúc', en: 'the limit ends' },
  warns: { vi: 'lưu ý', en: 'the date may change' },
});

@ObjectType('TimeSpan', { description: 'From an instant to another.' })
export class TimeSpan {
  @Field(() => DateTimeScalar, { description: 'Beginning.' })
  from!: string;

  @Field(() => DateTimeScalar, { description: 'End.' })
  to!: string;
}

@ObjectType('ClockStep', { description: 'One line of the derivation of a date.' })
export class ClockStep {
  @Field(() => StepEffectTerms, { description: 'What it does to the count.' })
  effect!: StepEffect;

  @Field(() => LocalDateScalar, { description: 'The day it speaks of, of several the first.' })
  on!: string;

  @Field(() => [LocalDateScalar], { nullable: true, description: 'All days it speaks of.' })
  dates?: readonly string[] | null;

  @Field(() => [TimeSpan], {
    nullable: true,
    description: 'Spans of time, of limits in hours and half-days.',
  })
  spans?: readonly TimeSpan[] | null;

  @Field(() => Float, { nullable: true, description: 'What it adds to the count, in the unit of the limit.' })
  amount?: number | null;

  @Field(() => Text, { description: 'In words.' })
  text!: Text;

  @Field(() => Citation, { description: 'The law or notice behind it.' })
  citation!: Citation;
}

@ObjectType('CalendarEditionReference', { description: 'An edition of the calendar of working days.' })
export class CalendarEditionReference {
  @Field(() => String, { description: 'Which calendar.' })
  id!: string;

  @Field(() => String, { description: 'Its edition.' })
  version!: string;
}

@ObjectType('ClockExplanation', {
  description:
    'Why a date is what it is: day by day, each with the law or the notice behind it (giải thích thời hạn).',
})
export class ClockExplanation {
  @Field(() => DateTimeScalar, { nullable: true, description: 'The instant that is explained.' })
  at?: string | null;

  @Field(() => LocalDateScalar, { description: 'The date that is explained.' })
  on!: string;

  @Field(() => CalendarEditionReference, {
    nullable: true,
    description: 'The edition by which it was given.',
  })
  calendar?: CalendarEditionReference | null;

  @Field(() => Boolean, {
    description: 'It leans on days off that are not announced or not confirmed, and may change.',
  })
  provisional!: boolean;

  @Field(() => [ClockStep], { description: 'The derivation, to be reckoned again by hand or by machine.' })
  steps!: readonly ClockStep[];

  @Field(() => Text, { description: 'The same as running text.' })
  text!: Text;
}
