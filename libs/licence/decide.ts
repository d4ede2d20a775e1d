import type { Calendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceCommand, LicenceCommands } from './events.js';
import type { Licence, LicenceState } from './licence.js';
import { type LicenceDecision, type LicenceRefusal, refuseLicence } from './refusals.js';
import { dueDatesOf, expiryInstant, obligationReminders, renewalReminders } from './reminders.js';

export interface LicenceCircumstances {
  readonly now: Instant;
  /** The version under which the licence was issued. */
  readonly procedure: Procedure;
  readonly calendar: Calendar;
}

/** What a command leads to, given the licence as it stands. What time asks for is done once, and not before its hour. */
export function decideLicence(
  command: LicenceCommand,
  state: LicenceState,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  if (command.type === 'openLicence') return openLicence(command.data, state);
  if (!state) return refuseLicence('LicenceNotOpened', {});
  if (state.stage === 'expired') return refuseLicence('LicenceNotInForce', { expiresOn: state.expiresOn });
  switch (command.type) {
    case 'remindObligation':
      return remindObligation(command.data, state, circumstances);
    case 'remindRenewal':
      return remindRenewal(command.data, state, circumstances);
    case 'expireLicence':
      return expireLicence(state, circumstances);
  }
}

/** A licence begins once, and its last day does not lie before its first. */
function openLicence(opening: LicenceCommands['openLicence'], state: LicenceState): LicenceDecision {
  if (state) return refuseLicence('LicenceAlreadyOpened', { text: state.text });
  const { issuedOn, expiresOn } = opening;
  if (expiresOn < issuedOn) return refuseLicence('TermEndsBeforeIssue', { issuedOn, expiresOn });
  return [{ type: 'LicenceOpened', data: opening }];
}

/** The holder is reminded of a duty step by step; a reminder sent late has overtaken the steps before it. */
function remindObligation(
  { obligation: code, dueOn, step }: LicenceCommands['remindObligation'],
  licence: Licence,
  { now, procedure, calendar }: LicenceCircumstances,
): LicenceDecision {
  const obligation = procedure.licence.obligations.find((known) => known.code === code);
  if (!obligation) return refuseLicence('ObligationUnknown', { obligation: code });
  if (!dueDatesOf(licence, obligation).includes(dueOn)) {
    return refuseLicence('ObligationNotOwed', { obligation: code, dueOn });
  }
  const last = licence.obligations.find((reminded) => reminded.obligation === code);
  if (last && last.dueOn > dueOn) return refuseLicence('AlreadyDone', {});
  const reminders = obligationReminders(calendar, licence, { obligation, dueOn });
  return (
    objectionToReminder(reminders, step, { now, last: last?.remindedAt }) ?? [
      { type: 'ObligationReminded', data: { obligation: code, dueOn, step, remindedAt: now } },
    ]
  );
}

/** The holder is told in time that an extension must be asked for before the licence ends. */
function remindRenewal(
  { step }: LicenceCommands['remindRenewal'],
  licence: Licence,
  { now, procedure, calendar }: LicenceCircumstances,
): LicenceDecision {
  const { expiresOn, renewalRemindedAt: last } = licence;
  const reminders = renewalReminders(calendar, licence, procedure);
  return (
    objectionToReminder(reminders, step, { now, last }) ?? [
      { type: 'RenewalReminded', data: { step, expiresOn, remindedAt: now } },
    ]
  );
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

/** A licence is in force until the end of its last day. */
function expireLicence({ expiresOn }: Licence, { now }: LicenceCircumstances): LicenceDecision {
  const at = expiryInstant(expiresOn);
  if (now < at) return refuseLicence('NotYetDue', { at });
  return [{ type: 'LicenceExpired', data: { expiredOn: expiresOn } }];
}
