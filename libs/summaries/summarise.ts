import { fromStored } from '#libs/commands/stored-events.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type AgencyId, licenceStream, type LicenceId } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { DepartmentSummary } from './department-summary.js';
import type { Period } from '#libs/summary-duties/period.js';
import { summaryDueOn } from '#libs/summary-duties/reporting-duties.js';
import { type Counted, SummaryCount } from './summary-count.js';
import { type Asked, tallyOf } from './tally.js';

export interface SummaryQuestion {
  readonly agency: AgencyId;
  readonly period: Period;
  /** What the log knew then; more than there is means all of it. */
  readonly position?: number | undefined;
}

interface Sources {
  readonly store: Pick<EventStore, 'tail' | 'readAfter' | 'readStreams'>;
  readonly procedures: Pick<ProcedureBook, 'find'>;
}

/** How the names of all licences' streams begin. */
const LICENCES = licenceStream('' as LicenceId);

export interface Summarised {
  readonly summary: DepartmentSummary;
  /** The commit at the position. */
  readonly last: Commit;
}

export type SummaryAnswer =
  | Summarised
  /** The log was empty then, or the period had not begun. */
  | { readonly refusal: 'NothingRecorded' | 'PeriodNotBegun' };

/** The summary as the log tells it up to a position. One licence at a time is in memory, and the lines of those that owed something. */
export async function summarise(
  sources: Sources,
  { agency, period, position: asked }: SummaryQuestion,
): Promise<SummaryAnswer> {
  const { store } = sources;
  const position = Math.min(asked ?? Number.MAX_SAFE_INTEGER, await store.tail());
  const [last] = position > 0 ? await store.readAfter(position - 1, 1) : [];
  if (last === undefined) return { refusal: 'NothingRecorded' };
  const asOfOn = localDateOf(last.recordedAt);
  const { name, fromOn, toOn } = period;
  if (asOfOn < fromOn) return { refusal: 'PeriodNotBegun' };
  const counted = await countAll(sources, { agency, position, fromOn, toOn, asOfOn });
  const summary: DepartmentSummary = {
    shape: 'hoso.department-summary/1',
    agency,
    period: { name, fromOn, toOn, dueOn: summaryDueOn(period), over: toOn < asOfOn },
    position,
    asOfOn,
    ...counted,
  };
  return { summary, last };
}

async function countAll(
  { store, procedures }: Sources,
  asked: Asked & { readonly agency: AgencyId; readonly position: number },
): Promise<Counted> {
  const count = new SummaryCount();
  for await (const commits of store.readStreams(LICENCES, asked.position)) {
    const events = eventsOf(commits);
    const opened = openedBy(events, asked.agency);
    if (opened) {
      const procedure = procedureOf(opened, procedures);
      count.add(tallyOf(events, procedure, asked), procedure);
    }
  }
  return count.result();
}

function procedureOf(opened: LicenceEvents['LicenceOpened'], book: Sources['procedures']): Procedure {
  const procedure = book.find(opened.procedure);
  if (procedure) return procedure;
  throw new Error(`The procedure of licence ${opened.licenceId} is missing`);
}

function eventsOf(commits: readonly Commit[]): readonly LicenceEvent[] {
  return commits.flatMap(({ events }) => events.map((event) => fromStored<LicenceEvent>(event)));
}

function openedBy(
  events: readonly LicenceEvent[],
  agency: AgencyId,
): LicenceEvents['LicenceOpened'] | undefined {
  const [first] = events;
  return first?.type === 'LicenceOpened' && first.data.agency === agency ? first.data : undefined;
}
