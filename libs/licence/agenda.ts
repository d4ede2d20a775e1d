import type { Calendar } from '#libs/calendar/calendar.js';
import { localDateOf, type Instant, type LocalDate } from '#libs/kernel/time.js';
import type { Obligation, Procedure } from '#libs/procedures/procedure.js';
import type { LicenceCommand } from './events.js';
import type { Licence } from './licence.js';
import { dueDatesOf, expiryInstant, obligationReminders, renewalReminders } from './reminders.js';

export type LicenceAction = 'remindObligation' | 'remindRenewal' | 'expireLicence';

/** What must happen at an instant. `key` names it for ever: done twice it is done once. */
export interface LicenceAgendaItem {
  readonly action: LicenceAction;
  readonly at: Instant;
  readonly key: string;
  readonly command: Extract<LicenceCommand, { readonly type: LicenceAction }>;
}

/**
 * What time owes a licence next, by instant: the next reminder of each duty, the next reminder to renew, and its end.
 * A licence in force always has an item; one that has expired has none.
 */
export function licenceAgenda(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  if (licence.stage === 'expired') return [];
  const { obligations } = procedure.licence;
  return [
    ...obligations.flatMap((obligation) => obligationItem(licence, obligation, calendar)),
    ...renewalItem(licence, procedure, calendar),
    item(expiryInstant(licence.expiresOn), { type: 'expireLicence', data: {} }, licence.expiresOn),
  ].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** The day on which its holder is reminded next, of a duty or of renewing; undefined when only its end is still to come. */
export function nextReminderOn(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): LocalDate | undefined {
  const next = licenceAgenda(licence, procedure, calendar).find(({ action }) => action !== 'expireLicence');
  return next && localDateOf(next.at);
}

/** The first reminder that none has overtaken: after an outage a duty is reminded of once, not once for every step missed. */
function obligationItem(
  licence: Licence,
  obligation: Obligation,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  const { code } = obligation;
  const last = licence.obligations.find((reminded) => reminded.obligation === code);
  const ahead = (dueOn: LocalDate) => !last || dueOn >= last.dueOn;
  for (const dueOn of dueDatesOf(licence, obligation).filter(ahead)) {
    const reminders = obligationReminders(calendar, licence, { obligation, dueOn });
    const { at, step } = firstAfter(reminders, last?.remindedAt);
    const command = { type: 'remindObligation', data: { obligation: code, dueOn, step } } as const;
    if (at !== undefined) return [item(at, command, `${code} ${dueOn} ${step}`)];
  }
  return [];
}

function renewalItem(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  const reminders = renewalReminders(calendar, licence, procedure);
  const { at, step } = firstAfter(reminders, licence.renewalRemindedAt);
  if (at === undefined) return [];
  return [item(at, { type: 'remindRenewal', data: { step } }, `${licence.expiresOn} ${step}`)];
}

function firstAfter(
  reminders: readonly Instant[],
  last: Instant | undefined,
): { readonly at: Instant | undefined; readonly step: number } {
  const index = reminders.findIndex((at) => last === undefined || at > last);
  return { at: reminders[index], step: index + 1 };
}

function item(at: Instant, command: LicenceAgendaItem['command'], what: string): LicenceAgendaItem {
  return { action: command.type, at, command, key: `${command.type} ${what}` };
}
