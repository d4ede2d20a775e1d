import type { LocalDate } from '#libs/kernel/time.js';
import type { SummaryAddressee } from './addressees.js';
import type { SummaryEvent, SummaryEvents } from './events.js';
import type { Period } from './period.js';
import { reportingDuties, summaryDueOn } from './reporting-duties.js';

/** That a summary went to one of those it is owed to. */
export type SentSummary = SummaryEvents['SummarySent'];

/** To whom a summary counts as sent, in the order in which it was recorded: one line for each. */
export type Sendings = readonly SentSummary[];

export function foldSendings(events: readonly SummaryEvent[]): Sendings {
  return events.reduce<Sendings>(evolveSendings, []);
}

function evolveSendings(sent: Sendings, { type, data }: SummaryEvent): Sendings {
  switch (type) {
    case 'SummarySent':
      return [...sent, data];
    case 'SummarySendingWithdrawn':
      return sent.filter(({ addressee }) => addressee !== data.addressee);
  }
}

/** How far the sending of a summary has come. `running`: its period is not over. */
export type SendingStanding = 'running' | 'awaited' | 'late' | 'sent' | 'sentLate';

/** Whom a summary has not reached yet, as far as the log knows. */
export function awaitingOf({ kind }: Pick<Period, 'kind'>, sent: Sendings): readonly SummaryAddressee[] {
  return reportingDuties[kind].addressees.filter((one) => !sent.some(({ addressee }) => addressee === one));
}

export function standingOf(period: Period, sent: Sendings, today: LocalDate): SendingStanding {
  if (awaitingOf(period, sent).length === 0) return sent.some(({ late }) => late) ? 'sentLate' : 'sent';
  if (today <= period.toOn) return 'running';
  return today > summaryDueOn(period) ? 'late' : 'awaited';
}
