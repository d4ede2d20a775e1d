import type { Digest } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent, LicenceEvents } from './events.js';

/** How a duty ended. Every duty that fell due ends in one way, once. */
export type ObligationOutcome =
  'fulfilled' | 'fulfilledLate' | 'excused' | 'missed' | 'lapsed' | 'unexamined';

/** How far one duty has come. */
export interface Progress {
  readonly id: string;
  /** The newest reminder. Earlier ones need no memory: a later one has overtaken them. */
  readonly remindedAt?: Instant;
  /** Number of reports handed in; each is a version that is kept. */
  readonly reports: number;
  /** The newest of them: where its answers lie. */
  readonly report?: Digest;
  /** A report lies before the authority. */
  readonly examined: boolean;
  readonly submittedOn?: LocalDate;
  /** Last day of the office for it. */
  readonly examineBy?: LocalDate;
  readonly returnedOn?: LocalDate;
  readonly late: boolean;
  readonly outcome?: ObligationOutcome;
}

type ObligationEvent = Extract<
  LicenceEvent,
  {
    readonly type:
      | 'ObligationReminded'
      | 'ReportSubmitted'
      | 'ReportReturned'
      | 'ReportAccepted'
      | 'ObligationExcused'
      | 'ObligationMissed'
      | 'ObligationLapsed'
      | 'ReportLeftUnexamined';
  }
>;

interface Known {
  readonly asked: readonly LicenceEvents['ObligationAsked'][];
  readonly obligations: readonly Progress[];
}

/** A duty that comes back every year is named by its code and the day it is due. */
export function yearlyId(code: string, dueOn: LocalDate): string {
  return `${code}-${dueOn}`;
}

export function progressOf({ obligations }: Pick<Known, 'obligations'>, id: string): Progress {
  return (
    obligations.find((progress) => progress.id === id) ?? { id, reports: 0, examined: false, late: false }
  );
}

export function progressed(licence: Known, event: ObligationEvent): readonly Progress[] {
  const id = idOf(licence, event);
  const others = licence.obligations.filter((progress) => progress.id !== id);
  return [...others, after(progressOf(licence, id), event)];
}

/** Reminders name a yearly duty by code and date: so were they recorded from the first release on. */
function idOf({ asked }: Known, { type, data }: ObligationEvent): string {
  if (type !== 'ObligationReminded') return data.obligation;
  const isAsked = asked.some(({ obligation }) => obligation === data.obligation);
  return isAsked ? data.obligation : yearlyId(data.obligation, data.dueOn);
}

function after(progress: Progress, { type, data }: ObligationEvent): Progress {
  switch (type) {
    case 'ObligationReminded':
      return { ...progress, remindedAt: data.remindedAt };
    case 'ReportSubmitted': {
      const { reportNumber: reports, report, submittedOn, late, examineBy = submittedOn } = data;
      return { ...progress, reports, report, examined: true, submittedOn, late, examineBy };
    }
    case 'ReportReturned':
      return { ...progress, examined: false, returnedOn: data.returnedOn };
    case 'ReportAccepted':
      return { ...progress, examined: false, outcome: data.late ? 'fulfilledLate' : 'fulfilled' };
    case 'ObligationExcused':
      return { ...progress, examined: false, outcome: 'excused' };
    case 'ObligationMissed':
      return { ...progress, outcome: 'missed' };
    case 'ObligationLapsed':
      return { ...progress, examined: false, outcome: 'lapsed' };
    case 'ReportLeftUnexamined':
      return { ...progress, examined: false, outcome: 'unexamined' };
  }
}
