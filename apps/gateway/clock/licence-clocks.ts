import { Injectable } from '@nestjs/common';
import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { explainDuty, type DutyDate } from '#libs/licence/explained/duties.js';
import type { LicenceExplanation } from '#libs/licence/explained/explanation.js';
import { explainNextReminder } from '#libs/licence/explained/next-reminder.js';
import { explainSuspension, explainTerm } from '#libs/licence/explained/term.js';
import { explainWork } from '#libs/licence/explained/work.js';
import type { Licence } from '#libs/licence/licence.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import type { LicenceDate, TaskDate } from './clock-dates.js';
import type { ClockExplanation } from './clock-explanation.js';

type Explain = (read: ReadLicence) => (LicenceExplanation & { readonly at?: string }) | undefined;

const byDate: Readonly<Record<LicenceDate, Explain>> = {
  expiresOn: ({ licence, procedure }) => explainTerm(licence, procedure),
  nextReminderOn: ({ licence, procedure, calendar }) => explainNextReminder(licence, procedure, calendar),
  suspendedUntil: ({ licence, procedure }) => explainSuspension(licence, procedure),
};

/** Why the dates of licences are what they are, from the log itself; each licence is read once for an operation. */
@Injectable()
export class LicenceClocks {
  private readonly read = new WeakMap<RequestContext, Map<string, Promise<ReadLicence | undefined>>>();

  constructor(private readonly parts: Parts) {}

  explain(
    context: RequestContext,
    { id, date }: { readonly id: string; readonly date: LicenceDate },
  ): Promise<ClockExplanation | null> {
    return this.explained(context, id, byDate[date]);
  }

  /** Why the term that ended, or ends, on this day does so; null before the licence is opened. */
  explainTermUntil(
    context: RequestContext,
    { id, expiresOn }: { readonly id: string; readonly expiresOn: string },
  ): Promise<ClockExplanation | null> {
    return this.explained(context, id, ({ licence, procedure }) => {
      const until = licenceUntil(licence, expiresOn as LocalDate);
      return until && explainTerm(until, procedure);
    });
  }

  explainDuty(
    context: RequestContext,
    { id, obligation, date }: { readonly id: string; readonly obligation: string; readonly date: DutyDate },
  ): Promise<ClockExplanation | null> {
    return this.explained(context, id, ({ licence, procedure, calendar }) =>
      explainDuty(licence, { id: obligation, date }, { procedure, calendar }),
    );
  }

  explainTask(
    context: RequestContext,
    { id, taskId, date }: { readonly id: string; readonly taskId: string; readonly date: TaskDate },
  ): Promise<ClockExplanation | null> {
    return this.explained(context, id, ({ licence, procedure, calendar }) => {
      if (date === 'appointedOn') return undefined;
      return explainWork(licence, { task: taskId, date }, { procedure, calendar });
    });
  }

  private async explained(
    context: RequestContext,
    id: string,
    explain: Explain,
  ): Promise<ClockExplanation | null> {
    const read = await this.licenceOf(context, id as LicenceId);
    const explanation = read && explain(read);
    if (!explanation) return null;
    const { id: calendarId, version } = read.calendar;
    return { ...explanation, provisional: false, calendar: { id: calendarId, version } };
  }

  private licenceOf(context: RequestContext, id: LicenceId): Promise<ReadLicence | undefined> {
    const known = this.read.get(context) ?? new Map<string, Promise<ReadLicence | undefined>>();
    this.read.set(context, known);
    const reading = known.get(id) ?? this.parts.backbone.reader.findLicence(id);
    known.set(id, reading);
    return reading;
  }
}

/** The licence with the terms up to the one that has this last day. */
function licenceUntil(
  { issuedOn, expiresOn, extendedTerms }: Licence,
  last: LocalDate,
): Pick<Licence, 'issuedOn' | 'expiresOn' | 'extendedTerms'> | undefined {
  const lastDays = [...extendedTerms.map((term) => term.expiresOn), expiresOn];
  if (!lastDays.includes(last)) return undefined;
  return { issuedOn, expiresOn: last, extendedTerms: extendedTerms.filter((term) => term.expiresOn < last) };
}
