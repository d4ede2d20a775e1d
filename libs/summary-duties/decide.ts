import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { SummaryCommand, SummaryCommands } from './commands.js';
import { findPeriod, type Period } from './period.js';
import { type SummaryDecision, type SummaryRefusal, refuseSummary } from './refusals.js';
import { reportingDuties, summaryDueOn } from './reporting-duties.js';
import type { Sendings } from './sending.js';

/** What the log had come to at a position. */
export interface LogPlace {
  /** Day of the commit there: later than that, a summary of this position knows of nothing. */
  readonly asOfOn: LocalDate;
  /** Day of the commit after it; absent at the end of the log. */
  readonly nextOn?: LocalDate;
}

export interface SummaryCircumstances {
  readonly now: Instant;
  /** Where the summary was made that a command is about; absent where the log has no such position. */
  readonly place?: LogPlace;
}

/** What is recorded about the sending of one summary, given what was recorded of it before. */
export function decideSummary(
  command: SummaryCommand,
  sent: Sendings,
  circumstances: SummaryCircumstances,
): SummaryDecision {
  const period = findPeriod(command.data.period);
  if (!period) return refuseSummary('SummaryPeriodUnknown', { period: command.data.period });
  switch (command.type) {
    case 'recordSummarySent':
      return recordSent(command.data, sent, { ...circumstances, period });
    case 'withdrawSummarySending':
      return withdrawSending(command.data, sent);
  }
}

type Recorded = SummaryCommands['recordSummarySent'];
type Around = SummaryCircumstances & { readonly period: Period };

/** A summary goes to each addressee once, after its period and as the log told all of that period; late or not, it is recorded. */
function recordSent(recorded: Recorded, sent: Sendings, around: Around): SummaryDecision {
  const objection =
    objectionToDay(recorded, around) ??
    objectionToLetter(recorded, sent) ??
    objectionToSummary(recorded, around);
  if (objection) return objection;
  const { file, position } = recorded;
  if (file === undefined) return refuseSummary('SummaryNeverDrawn', { position });
  const { period } = around;
  const dueOn = summaryDueOn(period);
  const late = recorded.sentOn > dueOn;
  const clause = reportingDuties[period.kind].citation.source;
  return [{ type: 'SummarySent', data: { ...recorded, file, dueOn, late, clause } }];
}

function objectionToDay(
  { sentOn }: Recorded,
  { now, period: { name: period, toOn } }: Around,
): SummaryRefusal | undefined {
  const today = localDateOf(now);
  if (today <= toOn) return refuseSummary('SummaryPeriodNotOver', { period, toOn });
  if (sentOn > today) return refuseSummary('DateAhead', { date: sentOn, today });
  return sentOn <= toOn ? refuseSummary('SentBeforePeriodEnded', { sentOn, toOn }) : undefined;
}

function objectionToLetter({ addressee, reference }: Recorded, sent: Sendings): SummaryRefusal | undefined {
  const before = sent.find((one) => one.addressee === addressee);
  if (before) {
    const { sentOn, reference: known } = before;
    return refuseSummary('SummaryAlreadySent', { addressee, sentOn, reference: known });
  }
  return reference.trim() === '' ? refuseSummary('TextMissing', { field: 'reference' }) : undefined;
}

/** In a quiet office the last commit may lie before the end of the period: what matters is that none of the period follows. */
function objectionToSummary(
  { position, sentOn }: Recorded,
  { place, period: { toOn } }: Around,
): SummaryRefusal | undefined {
  if (!place) return refuseSummary('SummaryPositionUnknown', { position });
  const { asOfOn, nextOn } = place;
  if (nextOn !== undefined && nextOn <= toOn) {
    return refuseSummary('SummaryOfPartOfPeriod', { position, toOn });
  }
  return asOfOn > sentOn ? refuseSummary('SummaryOfLaterDay', { asOfOn, sentOn }) : undefined;
}

/** Who recorded a sending by mistake takes it back with a reason; both stay in the log, and reminders go on. */
function withdrawSending(
  { reason, ...summary }: SummaryCommands['withdrawSummarySending'],
  sent: Sendings,
): SummaryDecision {
  const { addressee } = summary;
  const before = sent.find((one) => one.addressee === addressee);
  if (!before) return refuseSummary('SummaryNotSent', { addressee });
  if (reason.trim() === '') return refuseSummary('TextMissing', { field: 'reason' });
  const { sentOn, reference } = before;
  return [{ type: 'SummarySendingWithdrawn', data: { ...summary, sentOn, reference, reason } }];
}
