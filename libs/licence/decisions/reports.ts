import { dayAfter } from '#libs/calendar/alarms.js';
import { sameOrNextWorkingDay } from '#libs/calendar/working-days.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { AskedKind } from '#libs/procedures/supervision.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import type { LetterDocument } from '../document-events.js';
import { documentOrdered } from '../document-orders.js';
import type { Licence } from '../licence.js';
import { isOpen, obligationsOf, type OwedObligation } from '../obligations.js';
import { type LicenceDecision, type LicenceRefusal, refuseLicence } from '../refusals.js';
import { inDays } from '../reminders.js';

const asking = {
  demandReport: 'demandedReport',
  orderRemedy: 'remedy',
  noteSourceConsent: 'sourceConsent',
} as const satisfies Readonly<Record<string, AskedKind>>;

/** What is asked of a holder is asked by letter; that a consent runs out is only noted. */
const letters: Readonly<Record<AskedKind, LetterDocument | undefined>> = {
  demandedReport: 'reportDemand',
  remedy: 'remedyOrder',
  sourceConsent: undefined,
};

type Asking = keyof typeof asking;
type AboutReport = 'submitReport' | 'returnReport' | 'acceptReport' | 'excuseObligation';
export type ReportCommand = Extract<LicenceCommand, { readonly type: Asking | AboutReport }>;

/** Duties and the reports by which they are met. */
export function decideReport(
  command: ReportCommand,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  switch (command.type) {
    case 'demandReport':
    case 'orderRemedy':
    case 'noteSourceConsent':
      return askObligation({ ...command.data, kind: asking[command.type] }, licence, circumstances);
    case 'submitReport':
      return submitReport(command.data, licence, circumstances);
    case 'returnReport':
      return returnReport(command.data, licence, circumstances);
    case 'acceptReport':
      return acceptReport(command.data, licence, circumstances);
    case 'excuseObligation':
      return excuseObligation(command.data, licence, circumstances);
  }
}

type Wanted = LicenceCommands['demandReport'] & { readonly kind: AskedKind };

/** The authority asks for a report or a remedy, or notes when a source's consent runs out; the day lies ahead. */
export function askObligation(
  wanted: Wanted,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const { kind, obligation, subject, dueOn } = wanted;
  const { now, procedure } = circumstances;
  const { asked = [], remindBefore } = procedure.licence.supervision ?? {};
  const rule = asked.find((known) => known.kind === kind);
  if (!rule) return refuseLicence('NotProvided', { procedure: procedure.id });
  const objection = objectionToAsking(wanted, licence, circumstances);
  if (objection) return objection;
  const [clause, askedOn] = [rule.citation.source, localDateOf(now)];
  const data = { obligation, kind, subject, clause, askedOn, dueOn, ...(remindBefore && { remindBefore }) };
  const letter = letters[kind];
  return [
    { type: 'ObligationAsked', data },
    ...(letter
      ? documentOrdered({ document: `${letter}-${obligation}`, kind: letter, obligation }, circumstances)
      : []),
  ];
}

function objectionToAsking(
  { obligation, subject, dueOn }: Wanted,
  licence: Licence,
  { now, procedure }: LicenceCircumstances,
): LicenceRefusal | undefined {
  if (obligationsOf(licence, procedure).some(({ id }) => id === obligation)) {
    return refuseLicence('ObligationAlreadyAsked', { obligation });
  }
  if (subject.trim() === '') return refuseLicence('TextMissing', { field: 'subject' });
  const today = localDateOf(now);
  if (dueOn <= today) return refuseLicence('DateNotAhead', { dueOn, today });
  const { expiresOn } = licence;
  return dueOn > expiresOn ? refuseLicence('DueAfterTheEnd', { dueOn, expiresOn }) : undefined;
}

/** The holder reports once for each duty, about the year that is asked for and not before it is over. */
function submitReport(
  { obligation, period, report }: LicenceCommands['submitReport'],
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const owed = openObligation(obligation, licence, circumstances.procedure);
  if ('refusal' in owed) return owed;
  const submittedOn = localDateOf(circumstances.now);
  const objection = objectionToReport(owed, period, submittedOn);
  if (objection) return objection;
  const { progress, dueOn } = owed;
  // Who reported in time and corrects afterwards is not late.
  const late = progress.reports > 0 ? progress.late : submittedOn > dueOn;
  const reportNumber = progress.reports + 1;
  const data = { obligation, reportNumber, report, submittedOn, late };
  return [{ type: 'ReportSubmitted', data: { ...data, ...examination(submittedOn, circumstances) } }];
}

/** By when the office looks at it: on a working day, as a limit of the office ends. */
function examination(submittedOn: LocalDate, { procedure, calendar }: LicenceCircumstances) {
  const within = procedure.licence.supervision?.examination?.within;
  if (!within) return {};
  return { examineBy: sameOrNextWorkingDay(calendar, dayAfter(calendar, submittedOn, inDays(within))) };
}

function objectionToReport(
  { id: obligation, form, period: expected, progress }: OwedObligation,
  period: number | undefined,
  today: LocalDate,
): LicenceRefusal | undefined {
  if (!form) return refuseLicence('NothingToSubmit', { obligation });
  if (expected !== period) {
    return refuseLicence('WrongPeriod', { expected: expected ?? null, given: period ?? null });
  }
  if (period !== undefined && Number(today.slice(0, 4)) <= period) {
    return refuseLicence('PeriodNotOver', { period });
  }
  return progress.examined ? refuseLicence('ReportAlreadySubmitted', { obligation }) : undefined;
}

/** A report with faults goes back to its holder, with what is to be corrected. */
function returnReport(
  { obligation, reason }: LicenceCommands['returnReport'],
  licence: Licence,
  { now, procedure }: LicenceCircumstances,
): LicenceDecision {
  const owed = submitted(obligation, licence, procedure);
  if ('refusal' in owed) return owed;
  if (reason.trim() === '') return refuseLicence('TextMissing', { field: 'reason' });
  const { reports: reportNumber } = owed.progress;
  const returnedOn = localDateOf(now);
  return [{ type: 'ReportReturned', data: { obligation, reportNumber, returnedOn, reason } }];
}

/** An accepted report meets the duty; whether it came late stays noted. */
function acceptReport(
  { obligation }: LicenceCommands['acceptReport'],
  licence: Licence,
  { procedure }: LicenceCircumstances,
): LicenceDecision {
  const owed = submitted(obligation, licence, procedure);
  if ('refusal' in owed) return owed;
  const { reports: reportNumber, late } = owed.progress;
  return [{ type: 'ReportAccepted', data: { obligation, reportNumber, late } }];
}

/** The authority may let a holder off a duty, with its reason. */
function excuseObligation(
  { obligation, reason }: LicenceCommands['excuseObligation'],
  licence: Licence,
  { procedure }: LicenceCircumstances,
): LicenceDecision {
  const owed = openObligation(obligation, licence, procedure);
  if ('refusal' in owed) return owed;
  if (reason.trim() === '') return refuseLicence('TextMissing', { field: 'reason' });
  return [{ type: 'ObligationExcused', data: { obligation, reason } }];
}

export function openObligation(
  obligation: string,
  licence: Licence,
  procedure: LicenceCircumstances['procedure'],
): OwedObligation | LicenceRefusal {
  const owed = obligationsOf(licence, procedure).find(({ id }) => id === obligation);
  if (!owed) return refuseLicence('ObligationUnknown', { obligation });
  const { outcome } = owed.progress;
  if (outcome !== undefined && !isOpen(owed))
    return refuseLicence('ObligationSettled', { obligation, outcome });
  return owed;
}

function submitted(
  obligation: string,
  licence: Licence,
  procedure: LicenceCircumstances['procedure'],
): OwedObligation | LicenceRefusal {
  const owed = openObligation(obligation, licence, procedure);
  if ('refusal' in owed || owed.progress.examined) return owed;
  return refuseLicence('NoReportSubmitted', { obligation });
}
