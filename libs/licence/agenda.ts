import type { Calendar } from '#libs/calendar/calendar.js';
import { type Instant, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { Obligation, Procedure } from '#libs/procedures/procedure.js';
import type { Duration } from '#libs/calendar/duration.js';
import { addWorkingDays } from '#libs/calendar/working-days.js';
import type { LicenceCommand } from './events.js';
import { type Licence, obligationNotice, renewalNotice } from './licence.js';

export type LicenceAction = 'remindObligation' | 'remindRenewal' | 'expireLicence';

export interface LicenceAgendaItem {
  readonly action: LicenceAction;
  readonly at: Instant;
  readonly key: string;
  readonly command: Extract<LicenceCommand, { type: LicenceAction }>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

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
  const { code, dueOn: monthAndDay, firstAfterYears, remindBefore } = obligation;
  const [first, last] = [yearOf(licence.issuedOn) + firstAfterYears, yearOf(licence.expiresOn)];
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, n) => first + n);
  return years
    .map((year) => `${year}-${monthAndDay}` as LocalDate)
    .filter((dueOn) => dueOn <= licence.expiresOn)
    .flatMap((dueOn) =>
      remindBefore.flatMap((before, index): LicenceAgendaItem[] => {
        const step = index + 1;
        const notice = obligationNotice(code, dueOn, step);
        const at = openingBefore(calendar, dueOn, before);
        if (licence.notices.includes(notice) || at < startOfDay(licence.issuedOn)) return [];
        return [item(at, { type: 'remindObligation', data: { obligation: code, dueOn, step } }, notice)];
      }),
    );
}

function renewalItems(
  licence: Licence,
  reminders: readonly Duration[],
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  return reminders.flatMap((before, index): LicenceAgendaItem[] => {
    const step = index + 1;
    const at = openingBefore(calendar, licence.expiresOn, before);
    if (licence.notices.includes(renewalNotice(step)) || at < startOfDay(licence.issuedOn)) return [];
    return [item(at, { type: 'remindRenewal', data: { step } }, renewalNotice(step))];
  });
}

/** The licence is valid until 24:00 of its last day. */
function expiry({ expiresOn }: Licence): LicenceAgendaItem {
  return item(startOfDay(plusDays(expiresOn, 1)), { type: 'expireLicence', data: {} }, expiresOn);
}

/** Eight o'clock in the morning, that long before a date. */
function openingBefore(calendar: Calendar, date: LocalDate, { amount, unit }: Duration): Instant {
  const day =
    unit === 'workingDays' ? addWorkingDays(calendar, date, -amount) : plusDays(date, -daysIn(amount, unit));
  return new Date(Date.parse(startOfDay(day)) + 8 * 60 * 60 * 1000).toISOString() as Instant;
}

/** Reminders are early by about so much; only the duty itself has an exact date. */
function daysIn(amount: number, unit: Exclude<Duration['unit'], 'workingDays'>): number {
  const days = { calendarDays: 1, weeks: 7, months: 30, years: 365, hours: 1 / 24, workingHours: 1 / 8 };
  return Math.ceil(amount * days[unit]);
}

function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10) as LocalDate;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function item(at: Instant, command: LicenceAgendaItem['command'], what: string): LicenceAgendaItem {
  return { action: command.type, at, command, key: `${command.type} ${what}` };
}
