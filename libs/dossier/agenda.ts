import type { Calendar } from '#libs/calendar/calendar.js';
import { lookedForAt } from '#libs/issuing/signing.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { DossierCommand } from './commands.js';
import { noticeOf } from './evolve/working.js';
import { paperNumberOf } from './paper-number.js';
import { licenceResultOf } from './result.js';
import type { CertificateStage, Dossier, HandoverStage, SupplementStage } from './state.js';
import { openTasks } from './tasks.js';
import { dueAfter, opinionUntil, reminderAt, untilWhen } from './times.js';

export type AgendaAction =
  | 'remindOfficer'
  | 'escalateLateness'
  | 'noteOpinionOverdue'
  | 'lapseSupplement'
  | 'remindApplicant'
  | 'issueCertificate'
  | 'enterLicence';

/** A command that only time gives. */
export type TimelyCommand = Extract<
  DossierCommand,
  { type: Exclude<AgendaAction, 'issueCertificate' | 'enterLicence'> }
>;

/** What must happen at an instant unless something else happens first. `key` names it for ever: done twice it is done once. */
export interface AgendaItem {
  readonly action: AgendaAction;
  readonly at: Instant;
  readonly key: string;
  /** The command that does it; absent where an activity must first make something (a certificate, a licence). */
  readonly command?: TimelyCommand;
  /** Something is to be made, which may wait for somebody outside: what is due later does not wait for it. */
  readonly isMade?: true;
}

/** Everything time still owes a dossier, by instant. A closed one is owed at most the entry of its licence. */
export function agendaOf(dossier: Dossier, procedure: Procedure, calendar: Calendar): readonly AgendaItem[] {
  const items = [...taskItems(dossier, procedure, calendar), ...stageItems(dossier, procedure, calendar)];
  return items.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** An officer's lateness goes to the head of division; that of another agency is noted instead. */
function taskItems(dossier: Dossier, procedure: Procedure, calendar: Calendar): readonly AgendaItem[] {
  if (dossier.stage === 'supplement') return [];
  return openTasks(dossier, procedure, calendar).flatMap(({ id: task, kind, dueAt, remindAt }) => {
    const notice = noticeOf(task, dueAt);
    const escalated = dossier.escalated.includes(notice);
    const told = escalated || dossier.reminded.includes(notice);
    const remind = item(remindAt, { type: 'remindOfficer', data: { task } }, notice);
    const escalate = item(dueAt, { type: 'escalateLateness', data: { task } }, notice);
    return [...(told ? [] : [remind]), ...(escalated || kind === 'giveOpinion' ? [] : [escalate])];
  });
}

function stageItems(dossier: Dossier, procedure: Procedure, calendar: Calendar): readonly AgendaItem[] {
  switch (dossier.stage) {
    case 'supplement':
      return supplementItems(dossier, procedure, calendar);
    case 'appraisal':
      return dossier.opinions
        .filter(({ given, overdueNoted }) => !given && !overdueNoted)
        .map((opinion) => {
          const { agency, dueAt } = opinion;
          const at = opinionUntil(procedure, opinion);
          return item(at, { type: 'noteOpinionOverdue', data: { agency } }, `${agency} ${dueAt}`);
        });
    case 'certificate':
      return certificateItems(dossier);
    case 'handover':
      return handoverItems(dossier, procedure, calendar);
    case 'receipt':
    case 'completeness':
    case 'decision':
      return [];
    case 'closed':
      return entryItems(dossier);
  }
}

function supplementItems(
  dossier: SupplementStage,
  procedure: Procedure,
  calendar: Calendar,
): readonly AgendaItem[] {
  const { round, answerBy: dueAt } = dossier.open;
  const which = `${round} ${dueAt}`;
  // Asked for again on the day it was withdrawn, it may have the same date.
  const visit = dossier.visits.supplement ?? 1;
  const { answerWithin } = procedure.supplement;
  const lapse = item(untilWhen(dueAt, answerWithin), { type: 'lapseSupplement', data: { round } }, which);
  if (dossier.remindersSent > 0) return [lapse];
  const time = { startedAt: dossier.stepStartedAt, dueAt, limit: answerWithin };
  const at = reminderAt(calendar, procedure.remindAfterShare, time);
  const data = { about: 'supplement', count: 1 } as const;
  return [item(at, { type: 'remindApplicant', data }, `supplement ${which} ${visit}`), lapse];
}

/** While somebody is awaited their answer is looked for, at once when the service that signs has called. */
function certificateItems(dossier: CertificateStage): readonly AgendaItem[] {
  const paper = paperNumberOf(dossier);
  if (!paper || dossier.signing?.refusedBy) return [];
  const what = 'licenceId' in paper ? paper.licenceId : paper.text;
  const at = lookedForAt(dossier, dossier.stepStartedAt);
  return [{ action: 'issueCertificate', at, key: `issueCertificate ${what}`, isMade: true }];
}

function handoverItems(
  dossier: HandoverStage,
  procedure: Procedure,
  calendar: Calendar,
): readonly AgendaItem[] {
  const { readyAt, remindersSent } = dossier;
  const enter = entryItems(dossier);
  const { every, times } = procedure.collectionReminders;
  if (remindersSent >= times) return enter;
  const count = remindersSent + 1;
  const { at } = dueAfter(calendar, readyAt, { ...every, amount: every.amount * count });
  const data = { about: 'collection', count } as const;
  return [...enter, item(at, { type: 'remindApplicant', data }, `collection ${readyAt} ${count}`)];
}

/** A licence that has its certificate is entered in the register at once, also when its holder was faster. A change may wait for the end of a suspension. */
function entryItems(dossier: Dossier): readonly AgendaItem[] {
  const result = licenceResultOf(dossier);
  if (!result || result.entered) return [];
  const { licenceId } = result.number;
  const at = dossier.stepStartedAt;
  return [{ action: 'enterLicence', at, key: `enterLicence ${licenceId}`, isMade: true }];
}

function item(at: Instant, command: TimelyCommand, what: string): AgendaItem {
  return { action: command.type, at, command, key: `${command.type} ${what}` };
}
