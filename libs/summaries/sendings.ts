import { fromStored } from '#libs/commands/stored-events.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type AgencyId, summaryIdOf, summaryStream } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { SummaryAddressee } from '#libs/summary-duties/addressees.js';
import type { SummaryEvent } from '#libs/summary-duties/events.js';
import type { Period } from '#libs/summary-duties/period.js';
import {
  awaitingOf,
  foldSendings,
  type SendingStanding,
  type Sendings,
  standingOf,
} from '#libs/summary-duties/sending.js';

type Log = Pick<EventStore, 'readStream'>;

/** What the log knows by now about the sending of a summary, whatever position the summary itself is asked for. */
export interface SummarySending {
  readonly standing: SendingStanding;
  /** Version of what was recorded; 0 before anything was. */
  readonly version: number;
  readonly awaiting: readonly SummaryAddressee[];
  readonly sent: Sendings;
}

export async function readSending(
  log: Log,
  agency: AgencyId,
  { period, today }: { readonly period: Period; readonly today: LocalDate },
): Promise<SummarySending> {
  const commits = await readSendingCommits(log, agency, period);
  const sent = foldSendings(commits.flatMap(summaryEventsOf));
  return {
    standing: standingOf(period, sent, today),
    version: commits.at(-1)?.versions[1] ?? 0,
    awaiting: awaitingOf(period, sent),
    sent,
  };
}

/** All that was ever recorded about it, mistakes too. */
export async function readSendingCommits(
  log: Log,
  agency: AgencyId,
  { name }: Pick<Period, 'name'>,
): Promise<readonly Commit[]> {
  return (await log.readStream(summaryStream(summaryIdOf(agency, name)))).commits;
}

export function summaryEventsOf({ events }: Commit): readonly SummaryEvent[] {
  return events.map((event) => fromStored<SummaryEvent>(event));
}
