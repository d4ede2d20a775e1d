import { dayAfter } from '#libs/calendar/alarms.js';
import { sameOrNextWorkingDay } from '#libs/calendar/working-days.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import { endingWith } from '../ending.js';
import type { Licence } from '../licence.js';
import type { LicenceEvents } from '../events.js';
import { isOpen, obligationsOf, type OwedObligation } from '../obligations.js';
import { type LicenceDecision, type LicenceRefusal, refuseLicence } from '../refusals.js';
import { lastDayToExtend } from '../renewal.js';
import { endOfDay, inDays, missedAt, obligationReminders, renewalReminders } from '../reminders.js';

export type TimeCommand = Extract<
  LicenceCommand,
  {
    readonly type:
      'remindObligation' | 'missObligation' | 'remindRenewal' | 'endSuspension' | 'expireLicence';
  }
>;

/** What time alone asks for: each thing once, none before its hour. */
export function decideInTime(
  command: TimeCommand,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  switch (command.type) {
    case 'remindObligation':
      return remindObligation(command.data, licence, circumstances);
    case 'missObligation':
      return missObligation(command.data, licence, circumstances);
    case 'remindRenewal':
      return remindRenewal(command.data, licence, circumstances);
    case 'endSuspension':
      return endSuspension(licence, circumstances);
    case 'expireLicence':
      return expireLicence(licence, circumstances);
  }
}

/** The holder is reminded of a duty step by step; a reminder sent late has overtaken the steps before it. */
function remindObligation(
  { obligation, dueOn, step }: LicenceCommands['remindObligation'],
  licence: Licence,
  { now, procedure, calendar }: LicenceCircumstances,
): LicenceDecision {
  const ofThatCode = obligationsOf(licence, procedure).filter(({ code }) => code === obligation);
  const isKnown = procedure.licence.obligations.some(({ code }) => code === obligation);
  if (ofThatCode.length === 0 && !isKnown) return refuseLicence('ObligationUnknown', { obligation });
  const owed = ofThatCode.find((one) => one.dueOn === dueOn);
  if (!owed) return refuseLicence('ObligationNotOwed', { obligation, dueOn });
  if (!isOpen(owed) || owed.progress.examined) return refuseLicence('AlreadyDone', {});
  const reminders = obligationReminders(calendar, owed);
  return (
    objectionToReminder(reminders, step, { now, last: owed.progress.remindedAt }) ?? [
      { type: 'ObligationReminded', data: { obligation, dueOn, step, remindedAt: now } },
    ]
  );
}

/** A duty that nobody met in the time after its day counts as missed, and an inspection is asked for. */
function missObligation(
  { obligation }: LicenceCommands['missObligation'],
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const { now, procedure, calendar } = circumstances;
  const owed = obligationsOf(licence, procedure).find(({ id }) => id === obligation);
  const at = owed && missedAt(calendar, owed);
  if (!owed || at === undefined) return refuseLicence('ObligationUnknown', { obligation });
  if (!isOpen(owed) || owed.progress.examined) return refuseLicence('AlreadyDone', {});
  if (now < at) return refuseLicence('NotYetDue', { at });
  return [{ type: 'ObligationMissed', data: missed(owed, circumstances) }];
}

/** What is to be inspected, and by when: on a working day, as a limit of the office ends. */
function missed(
  { id: obligation, dueOn }: OwedObligation,
  { now, procedure, calendar }: LicenceCircumstances,
): LicenceEvents['ObligationMissed'] {
  const missedOn = localDateOf(now);
  const limit = procedure.licence.supervision?.inspection?.within;
  const inspection = `inspect-${obligation}`;
  if (!limit) return { obligation, dueOn, missedOn, inspection };
  const inspectBy = sameOrNextWorkingDay(calendar, dayAfter(calendar, missedOn, inDays(limit)));
  return { obligation, dueOn, missedOn, inspection, inspectBy };
}

/** The holder is told in time that an extension must be asked for before the licence ends, or that it ends for good. */
function remindRenewal(
  { step }: LicenceCommands['remindRenewal'],
  licence: Licence,
  { now, procedure, calendar }: LicenceCircumstances,
): LicenceDecision {
  const { expiresOn, renewalRemindedAt: last } = licence;
  const reminders = renewalReminders(calendar, licence, procedure);
  const objection = objectionToReminder(reminders, step, { now, last });
  if (objection) return objection;
  const until = lastDayToExtend(licence, procedure, calendar);
  const isOver = procedure.licence.supervision && (until === undefined || localDateOf(now) > until);
  const data = { step, expiresOn, remindedAt: now, ...(isOver && { final: true as const }) };
  return [{ type: 'RenewalReminded', data }];
}

function objectionToReminder(
  reminders: readonly Instant[],
  step: number,
  { now, last }: { readonly now: Instant; readonly last: Instant | undefined },
): LicenceRefusal | undefined {
  const at = reminders[step - 1];
  if (at === undefined) return refuseLicence('ReminderUnknown', { step, steps: reminders.length });
  if (last !== undefined && at <= last) return refuseLicence('AlreadyDone', {});
  return now < at ? refuseLicence('NotYetDue', { at }) : undefined;
}

/** A suspension is over when its time is; nobody needs to ask. */
function endSuspension(licence: Licence, { now }: LicenceCircumstances): LicenceDecision {
  if (licence.stage !== 'suspended') return refuseLicence('LicenceNotSuspended', {});
  const at = endOfDay(licence.suspension.until);
  if (now < at) return refuseLicence('NotYetDue', { at });
  return [{ type: 'SuspensionEnded', data: { endedOn: licence.suspension.until } }];
}

/** A licence is in force until the end of its last day. */
function expireLicence(licence: Licence, circumstances: LicenceCircumstances): LicenceDecision {
  const { expiresOn } = licence;
  const at = endOfDay(expiresOn);
  if (circumstances.now < at) return refuseLicence('NotYetDue', { at });
  const end = { type: 'LicenceExpired', data: { expiredOn: expiresOn } } as const;
  return endingWith(end, licence, { ...circumstances, endedOn: expiresOn });
}
