import { ArgsType, Field } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import type { DutyDate } from '#libs/licence/explained/duties.js';
import { registerTerms } from '../graphql/terms.js';

export type DossierDate = 'dueAt' | 'appointedOn' | 'stepDueAt';
export type OpenTaskDate = 'dueAt' | 'remindAt';
export type TaskDate = OpenTaskDate | 'appointedOn';
export type TrackedDate = 'appointedOn' | 'answerBy';
export type LicenceDate = 'expiresOn' | 'nextReminderOn' | 'suspendedUntil';

const DossierDateTerms = registerTerms<DossierDate>('DossierDate', 'A date of a dossier that a clock gave.', {
  dueAt: { vi: 'hạn giải quyết', en: 'the end of the legal time' },
  appointedOn: { vi: 'ngày hẹn trả', en: 'the appointed date' },
  stepDueAt: { vi: 'hạn của bước', en: 'when the present stage is due' },
});

const openTaskDates = {
  dueAt: { vi: 'đến hạn', en: 'when it is due' },
  remindAt: { vi: 'nhắc việc', en: 'when its officer is reminded' },
};

const OpenTaskDateTerms = registerTerms<OpenTaskDate>(
  'OpenTaskDate',
  'A date of a task of the dossier that a clock gave.',
  openTaskDates,
);

const TaskDateTerms = registerTerms<TaskDate>('TaskDate', 'A date of a task that a clock gave.', {
  ...openTaskDates,
  appointedOn: { vi: 'ngày hẹn trả', en: 'the appointed date' },
});

const TrackedDateTerms = registerTerms<TrackedDate>('TrackedDate', 'A date that the applicant waits for.', {
  appointedOn: { vi: 'ngày hẹn trả', en: 'the appointed date' },
  answerBy: { vi: 'hạn bổ sung', en: 'until when supplements must be brought' },
});

const LicenceDateTerms = registerTerms<LicenceDate>('LicenceDate', 'A date of a licence that a clock gave.', {
  expiresOn: { vi: 'ngày hết hạn', en: 'its last day' },
  nextReminderOn: { vi: 'ngày nhắc tiếp theo', en: 'when its holder is reminded next' },
  suspendedUntil: { vi: 'ngày hết đình chỉ', en: 'the last day of its suspension' },
});

const ObligationDateTerms = registerTerms<DutyDate>(
  'ObligationDate',
  'A date of an obligation that a clock gave.',
  {
    dueOn: { vi: 'hạn cuối', en: 'its last day' },
    since: { vi: 'bắt đầu', en: 'its first day' },
  },
);

@ArgsType()
export class DossierDateArgs {
  @Field(() => DossierDateTerms, { description: 'Which date.' })
  @IsIn(Object.values(DossierDateTerms))
  date!: DossierDate;
}

@ArgsType()
export class OpenTaskDateArgs {
  @Field(() => OpenTaskDateTerms, { description: 'Which date.' })
  @IsIn(Object.values(OpenTaskDateTerms))
  date!: OpenTaskDate;
}

@ArgsType()
export class TaskDateArgs {
  @Field(() => TaskDateTerms, { description: 'Which date.' })
  @IsIn(Object.values(TaskDateTerms))
  date!: TaskDate;
}

@ArgsType()
export class TrackedDateArgs {
  @Field(() => TrackedDateTerms, { description: 'Which date.' })
  @IsIn(Object.values(TrackedDateTerms))
  date!: TrackedDate;
}

@ArgsType()
export class LicenceDateArgs {
  @Field(() => LicenceDateTerms, { description: 'Which date.' })
  @IsIn(Object.values(LicenceDateTerms))
  date!: LicenceDate;
}

@ArgsType()
export class ObligationDateArgs {
  @Field(() => ObligationDateTerms, { description: 'Which date.' })
  @IsIn(Object.values(ObligationDateTerms))
  date!: DutyDate;
}
