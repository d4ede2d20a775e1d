import type { RuleBooks } from '#libs/commands/dossier-subject.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { Clock } from '#libs/kernel/time.js';
import { type DueSummary, remindersDue } from '#libs/summaries/due-summaries.js';
import { reportingDuties } from '#libs/summaries/reporting-duties.js';
import { type NotificationSources, waysTo } from './notification-follower.js';

export interface SummaryReminding extends NotificationSources {
  readonly clock: Clock;
  readonly books: Pick<RuleBooks, 'procedures' | 'calendarOf'>;
}

/** Tells whoever in a department sends its summaries that one falls due; each reminder once, however often this is asked. */
export async function remindOfSummaries(sources: SummaryReminding): Promise<void> {
  const { books, clock, since } = sources;
  const agencies = new Set(books.procedures.list().map(({ competentAgency }) => competentAgency));
  const now = clock.now();
  for (const agency of agencies) {
    const due = remindersDue(books.calendarOf(agency), { since, now });
    for (const reminder of due) await remind(agency, reminder, sources);
  }
}

async function remind(agency: AgencyId, due: DueSummary, sources: SummaryReminding): Promise<void> {
  const { outbox, people, directory } = sources;
  const { period, dueOn, step, at } = due;
  const about = `summary/${agency}/${period.name}`;
  const teams = reportingDuties[period.kind].reminds.map((role) => directory.listTeam(agency, role));
  const members = [...new Set((await Promise.all(teams)).flat())];
  const known = await people.findAll(members);
  for (const person of members) {
    const what = { kind: 'summaryDue', statutory: false, about, agency, reference: period.name } as const;
    const notice = { ...what, event: `${about}@${step}`, person, due: dueOn, at };
    await outbox.note(notice, await waysTo(known.get(person), notice, sources));
  }
}
