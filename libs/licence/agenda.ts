import type { Calendar } from '#libs/calendar/calendar.js';
import { lookedForAt } from '#libs/issuing/signing.js';
import { localDateOf, type Instant, type LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceCommand } from './commands.js';
import { isLiving, type Licence, type LivingLicence } from './licence.js';
import type { OfficialDocument } from './documents.js';
import { openDocuments } from './open-documents.js';
import { isOpen, obligationsOf, type OwedObligation } from './obligations.js';
import { endOfDay, missedAt, obligationReminders, renewalReminders } from './reminders.js';
import { type LicenceTask, openWork } from './work.js';
import { workNotice } from './work-notice.js';

type TimelyAction =
  | 'remindObligation'
  | 'missObligation'
  | 'remindRenewal'
  | 'endSuspension'
  | 'expireLicence'
  | 'remindWork'
  | 'escalateWork';

type TimelyCommand = Extract<LicenceCommand, { readonly type: TimelyAction }>;

/** What must happen at an instant. `key` names it for ever: done twice it is done once. */
interface DueAt {
  readonly at: Instant;
  readonly key: string;
}

/** Done by a command alone. */
export interface TimelyItem extends DueAt {
  readonly action: TimelyAction;
  readonly command: TimelyCommand;
}

/** A document that is to be drawn and signed, which an activity does. */
export interface IssueItem extends DueAt {
  readonly action: 'issueDocument';
  readonly document: string;
  /** It may wait for somebody outside: what is due later does not wait for it. */
  readonly isMade: true;
}

export type LicenceAgendaItem = TimelyItem | IssueItem;

function isReminder(due: LicenceAgendaItem): due is TimelyItem {
  return due.action === 'remindObligation' || due.action === 'remindRenewal';
}

/**
 * What time owes a licence next, by instant: the next reminder of each duty or that it was missed, the next reminder to renew,
 * the end of a suspension, and its own end; and what the office still has to do. A licence that holds or is suspended always has an item; one that
 * ended only while a document about it is not out.
 */
export function licenceAgenda(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly LicenceAgendaItem[] {
  const items = [...officeItems(licence, calendar), ...lifeItems(licence, procedure, calendar)];
  return items.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/**
 * Documents to be made, and the reminders of whoever has work about the licence. Reports come every year: looking after each of them would
 * wake every workflow once more a year, so others do (`examinations.ts`).
 */
function officeItems(licence: Licence, calendar: Calendar): readonly LicenceAgendaItem[] {
  return [
    ...openDocuments(licence).flatMap(issueItem),
    ...openWork(licence, calendar)
      .filter(({ kind }) => kind !== 'examineReport')
      .flatMap((task) => workItems(task, licence)),
  ];
}

function issueItem(document: OfficialDocument): readonly IssueItem[] {
  const { id, number, signing } = document;
  if (!number || signing?.refusedBy) return [];
  const at = lookedForAt(document, number.allocatedAt);
  return [
    { action: 'issueDocument', at, key: `issueDocument ${id} ${number.text}`, document: id, isMade: true },
  ];
}

/** Of a task the reminder and the escalation that were not given yet, in this order. */
export function workItems(task: LicenceTask, { told }: Licence): readonly TimelyItem[] {
  const { id, remindAt, dueAt } = task;
  const notice = workNotice(task);
  if (told.escalated.includes(notice)) return [];
  const escalate = item(dueAt, { type: 'escalateWork', data: { task: id } }, notice);
  if (told.reminded.includes(notice)) return [escalate];
  return [item(remindAt, { type: 'remindWork', data: { task: id } }, notice), escalate];
}

function lifeItems(licence: Licence, procedure: Procedure, calendar: Calendar): readonly LicenceAgendaItem[] {
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
  ];
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
): TimelyItem | undefined {
  return licenceAgenda(licence, procedure, calendar).find(isReminder);
}

/** Year by year, up to the first of which nobody has heard yet: what comes after it is owed later. */
function duties(years: readonly OwedObligation[], calendar: Calendar): readonly LicenceAgendaItem[] {
  const items = years.map((owed) => obligationItem(owed, calendar));
  const last = years.findIndex(
    ({ overdue, progress }, n) => items[n]?.length !== 0 && (!overdue || progress.remindedAt === undefined),
  );
  return (last < 0 ? items : items.slice(0, last + 1)).flat();
}

/**
 * The first reminder that none has overtaken: after an outage a duty is reminded of once, not once for every step missed. Another edition of
 * the calendar may put a step on another day, and count them otherwise: its instant alone names a reminder for ever.
 */
function obligationItem(owed: OwedObligation, calendar: Calendar): readonly LicenceAgendaItem[] {
  const { id, code, dueOn, progress } = owed;
  // While a report lies before the authority its holder owes nothing; the office does.
  if (progress.examined) return [];
  const { at, step } = firstAfter(obligationReminders(calendar, owed), progress.remindedAt);
  const missed = missedAt(calendar, owed);
  if (at !== undefined) {
    const command = { type: 'remindObligation', data: { obligation: code, dueOn, step } } as const;
    return [item(at, command, `${code} ${dueOn} ${at}`), ...missedItem(id, missed)];
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
  return [item(at, { type: 'remindRenewal', data: { step } }, `${licence.expiresOn} ${at}`)];
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

function item(at: Instant, command: TimelyCommand, what: string): TimelyItem {
  return { action: command.type, at, command, key: `${command.type} ${what}` };
}
