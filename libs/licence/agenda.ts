import type { Calendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Obligation, Procedure } from '#libs/procedures/procedure.js';
import type { Duration } from '#libs/calendar/duration.js';
import type { LicenceCommand } from './events.js';
import { type Licence, obligationNotice, renewalNotice } from './licence.js';
import { dueDatesOf, expiryInstant, remindersOf } from './reminders.js';

export type LicenceAction = 'remindObligation' | 'remindRenewal' | 'expireLicence';

export interface LicenceAgendaItem {
  readonly action: LicenceAction;
  readonly at: Instant;
  readonly key: string;
  readonly command: Extract<LicenceCommand, { type: LicenceAction }>;
}

/**
 * What time owes a licence in force, by instant: the reminders of its yearly duties and of its renewal, then its expiry the
 * day after its last. There is always a next item until it has expired.
 */
export function licenceAgenda(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  if (licence.stage !== 'inForce') return [];
  const { obligations, renewalReminders } = procedure.licence;
  const items = [
    ...obligations.flatMap((obligation) => obligationItems(licence, obligation, calendar)),
    ...renewalItems(licence, renewalReminders, calendar),
    expiry(licence),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function obligationItems(
  licence: Licence,
  obligation: Obligation,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  const { code, remindBefore: before } = obligation;
  return dueDatesOf(licence, obligation).flatMap((dueOn) =>
    remindersOf(calendar, licence, { date: dueOn, before }).flatMap((at, index): LicenceAgendaItem[] => {
      const step = index + 1;
      const notice = obligationNotice(code, dueOn, step);
      if (licence.notices.includes(notice)) return [];
      return [item(at, { type: 'remindObligation', data: { obligation: code, dueOn, step } }, notice)];
    }),
  );
}

function renewalItems(
  licence: Licence,
  before: readonly Duration[],
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  return remindersOf(calendar, licence, { date: licence.expiresOn, before }).flatMap((at, index) => {
    const step = index + 1;
    const notice = renewalNotice(step);
    return licence.notices.includes(notice)
      ? []
      : [item(at, { type: 'remindRenewal', data: { step } }, notice)];
  });
}

function expiry({ expiresOn }: Licence): LicenceAgendaItem {
  return item(expiryInstant(expiresOn), { type: 'expireLicence', data: {} }, expiresOn);
}

function item(at: Instant, command: LicenceAgendaItem['command'], what: string): LicenceAgendaItem {
  return { action: command.type, at, command, key: `${command.type} ${what}` };
}
