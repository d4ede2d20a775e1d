import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Calendar } from '#libs/calendar/calendar.js';
import { workingDaysBetween, workingHoursBetween } from '#libs/calendar/working-days.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import { registerTerms } from '../graphql/terms.js';

export type WorkingTimeState = 'running' | 'paused' | 'overdue';

const WorkingTimeStateTerms = registerTerms<WorkingTimeState>(
  'WorkingTimeState',
  'How a limit stands at the moment.',
  {
    running: { vi: 'còn hạn', en: 'there is time left' },
    paused: { vi: 'tạm dừng', en: 'the limit stands still' },
    overdue: { vi: 'quá hạn', en: 'the limit is over' },
  },
);

@ObjectType('WorkingTime', {
  description:
    'Working time left at the moment of the answer, or by how much it is overdue (thời gian còn lại).',
})
export class WorkingTime {
  @Field(() => WorkingTimeStateTerms, { description: 'Left, standing still, or overdue by.' })
  state!: WorkingTimeState;

  @Field(() => Int, { description: 'Working days left, or overdue by; today is not counted.' })
  workingDays!: number;

  @Field(() => Float, { description: 'The same in hours of office time.' })
  workingHours!: number;
}

export interface RunningLimit {
  readonly dueAt: Instant;
  readonly now: Instant;
  /** Since when it stands still, where it does. */
  readonly pausedAt?: Instant | undefined;
}

/** What an officer reads beside a date: office time between now and then, in the calendar of the agency. */
export function workingTimeOf(calendar: Calendar, { dueAt, now, pausedAt }: RunningLimit): WorkingTime {
  const at = pausedAt ?? now;
  const isOver = at >= dueAt;
  const [from, to] = isOver ? [dueAt, at] : [at, dueAt];
  const running = isOver ? 'overdue' : 'running';
  return {
    state: pausedAt === undefined ? running : 'paused',
    workingDays: workingDaysBetween(calendar, localDateOf(from), localDateOf(to)),
    workingHours: Math.round(workingHoursBetween(calendar, from, to) * 100) / 100,
  };
}
