import type { RuleBooks } from '#libs/commands/dossier-subject.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import { type Clock, localDateOf } from '#libs/kernel/time.js';
import { readSending } from '#libs/summaries/sendings.js';
import { type DueSummary, remindersDue } from '#libs/summary-duties/due-summaries.js';
import { reportingDuties } from '#libs/summary-duties/reporting-duties.js';
import { addressed, type NotificationSources } from './notification-follower.js';

export interface SummaryReminding extends NotificationSources {
  readonly clock: Clock;
  readonly books: Pick<RuleBooks, 'procedures' | 'calendarOf'>;
  readonly store: Pick<EventStore, 'readStream'>;
}

/**
 * Tells whoever in a department sends its summaries that one falls due or is late, until everybody has it whom it is owed to; each
 * reminder once, however often this is asked.
 */
export async function remindOfSummaries(sources: SummaryReminding): Promise<void> {
  const { books, clock, since } = sources;
  const agencies = new Set(books.procedures.list().map(({ competentAgency }) => competentAgency));
  const now = clock.now();
  for (const agency of agencies) {
    const due = remindersDue(books.calendarOf(agency), { since, now });
    for (const reminder of due) await remind(agency, reminder, sources);
  }
}

async function isAwaited(
  agency: AgencyId,
  { period }: DueSummary,
  { store, clock }: SummaryReminding,
): Promise<boolean> {
  const { awaiting } = await readSending(store, agency, { period, today: localDateOf(clock.now()) });
  return awaiting.length > 0;
}

const told = {
  due: { kind: 'summaryDue', roles: 'reminds', step: '' },
  late: { kind: 'summaryLate', roles: 'tellsLate', step: 'late' },
} as const;

async function remind(agency: AgencyId, due: DueSummary, sources: SummaryReminding): Promise<void> {
  if (!(await isAwaited(agency, due, sources))) return;
  const { outbox, directory } = sources;
  const { period, dueOn, at } = due;
  const { kind, roles, step } = told[due.kind];
  const about = `summary/${agency}/${period.name}`;
  const teams = reportingDuties[period.kind][roles].map((role) => directory.listTeam(agency, role));
  const members = [...new Set((await Promise.all(teams)).flat())];
  const what = { kind, statutory: false, about, agency, reference: period.name, due: dueOn, at } as const;
  const notices = members.map((person) => ({ ...what, event: `${about}@${step}${due.step}`, person }));
  await outbox.noteAll(await addressed(notices, sources));
}
