import type { Calendar } from '#libs/calendar/calendar.js';
import { localDateOf, type Instant, type LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceCommand } from './commands.js';
import { isLiving, type Licence, type LivingLicence } from './licence.js';
import { isOpen, obligationsOf, type OwedObligation } from './obligations.js';
import { endOfDay, missedAt, obligationReminders, renewalReminders } from './reminders.js';

export type LicenceAction =
  'remindObligation' | 'missObligation' | 'remindRenewal' | 'endSuspension' | 'expireLicence';

/** What must happen at an instant. `key` names it for ever: done twice it is done once. */
export interface LicenceAgendaItem {
  readonly action: LicenceAction;
  readonly at: Instant;
  readonly key: string;
  readonly command: Extract<LicenceCommand, { readonly type: LicenceAction }>;
}

const reminders: readonly LicenceAction[] = ['remindObligation', 'remindRenewal'];

/**
 * What time owes a licence next, by instant: the next reminder of each duty or that it was missed, the next reminder to renew,
 * the end of a suspension, and its own end. A licence that holds or is suspended always has an item; one that ended has none.
 */
export function licenceAgenda(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  if (!isLiving(licence)) return [];
  const open = obligationsOf(licence, procedure).filter(isOpen);
  const codes = [...new Set(open.map(({ code }) => code))];
  return [
    ...codes.flatMap((code) =>
      duties(
        open.filter((owed) => owed.code === code),
        calendar,
      ),
    ),
    ...renewalItem(licence, procedure, calendar),
    ...suspensionItem(licence),
    item(endOfDay(licence.expiresOn), { type: 'expireLicence', data: {} }, licence.expiresOn),
  ].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** The day on which its holder is reminded next, of a duty or of renewing; undefined when only its end is still to come. */
export function nextReminderOn(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): LocalDate | undefined {
  const next = nextReminder(licence, procedure, calendar);
  return next && localDateOf(next.at);
}

/** Of all that time owes a licence, what its holder is reminded of next. */
export function nextReminder(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): LicenceAgendaItem | undefined {
  return licenceAgenda(licence, procedure, calendar).find(({ action }) => reminders.includes(action));
}

/** Year by year, up to the first of which nobody has heard yet: what comes after it is owed later. */
function duties(years: readonly OwedObligation[], calendar: Calendar): readonly LicenceAgendaItem[] {
  const items = years.map((owed) => obligationItem(owed, calendar));
  const last = years.findIndex(
    ({ overdue, progress }, n) => items[n]?.length !== 0 && (!overdue || progress.remindedAt === undefined),
  );
  return (last < 0 ? items : items.slice(0, last + 1)).flat();
}

/** The first reminder that none has overtaken: after an outage a duty is reminded of once, not once for every step missed. */
function obligationItem(owed: OwedObligation, calendar: Calendar): readonly LicenceAgendaItem[] {
  const { id, code, dueOn, progress } = owed;
  // While a report lies before the authority its holder owes nothing; the office does.
  if (progress.examined) return [];
  const { at, step } = firstAfter(obligationReminders(calendar, owed), progress.remindedAt);
  const missed = missedAt(calendar, owed);
  if (at !== undefined) {
    const command = { type: 'remindObligation', data: { obligation: code, dueOn, step } } as const;
    const again = progress.reports > 0 ? ` after ${progress.reports}` : '';
    return [item(at, command, `${code} ${dueOn} ${step}${again}`), ...missedItem(id, missed)];
  }
  return missedItem(id, missed);
}

function missedItem(id: string, at: Instant | undefined): readonly LicenceAgendaItem[] {
  return at === undefined ? [] : [item(at, { type: 'missObligation', data: { obligation: id } }, id)];
}

function renewalItem(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  const instants = renewalReminders(calendar, licence, procedure);
  const { at, step } = firstAfter(instants, licence.renewalRemindedAt);
  if (at === undefined) return [];
  return [item(at, { type: 'remindRenewal', data: { step } }, `${licence.expiresOn} ${step}`)];
}

function suspensionItem(licence: LivingLicence): readonly LicenceAgendaItem[] {
  if (licence.stage !== 'suspended') return [];
  const { suspension, suspendedFor } = licence;
  const command = { type: 'endSuspension', data: {} } as const;
  return [item(endOfDay(suspension.until), command, `${suspension.until} ${suspendedFor.length}`)];
}

function firstAfter(
  instants: readonly Instant[],
  last: Instant | undefined,
): { readonly at: Instant | undefined; readonly step: number } {
  const index = instants.findIndex((at) => last === undefined || at > last);
  return { at: instants[index], step: index + 1 };
}

function item(at: Instant, command: LicenceAgendaItem['command'], what: string): LicenceAgendaItem {
  return { action: command.type, at, command, key: `${command.type} ${what}` };
}
