import type { Calendar } from '#libs/calendar/calendar.js';
import { dossierNews, licenceNews, type MovedNews } from '#libs/commands/moved.js';
import { fromStored } from '#libs/commands/stored-events.js';
import { evolve } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { Commit, StoredEvent } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { evolveLicence, type Licence } from '#libs/licence/licence.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { isOpen, type Notice, type Nudge } from './nudge.js';
import type { NudgeLedger } from './nudge-ledger.js';

const BATCH = 1_000;

export interface OwedLog {
  readonly store: Pick<EventStore, 'readAfter'>;
  readonly procedures: ProcedureBook;
  /** The edition that an agency keeps now. */
  readonly calendarOf: (agency: AgencyId) => Calendar;
}

/**
 * Reckons every subject anew from the log, and owes each one that is open the news of where it stands: for a Temporal that
 * has lost its data. What the ledger said before counts for nothing; what the projector writes meanwhile is kept.
 * @returns how many subjects are open.
 */
export async function oweAllOpen(ledger: NudgeLedger, log: OwedLog): Promise<number> {
  const { dossiers, licences } = await foldAll(log.store);
  let open = 0;
  const write = async (notices: readonly Notice[]): Promise<void> => {
    open += notices.filter((notice) => notice.open).length;
    await ledger.rewrite(notices);
  };
  for (const some of inBatches([...dossiers.values()])) {
    await write(
      some.map((one) => noticeOf('dossier', one, dossierNews(one.state, ...rulesFor(one.state, log)))),
    );
  }
  for (const some of inBatches([...licences.values()])) {
    await write(
      some.map((one) => noticeOf('licence', one, licenceNews(one.state, ...rulesFor(one.state, log)))),
    );
  }
  return open;
}

interface Folded<State> {
  readonly state: State;
  readonly changedAt: Instant;
}

/** All subjects of a kind, by their stream. */
class Subjects<State> extends Map<string, Folded<State>> {
  constructor(
    private readonly kind: Nudge['workflow'],
    private readonly evolve: (state: State | undefined, event: StoredEvent) => State | undefined,
  ) {
    super();
  }

  fold({ stream, events, recordedAt: changedAt }: Commit): void {
    if (!stream.startsWith(`${this.kind}/`)) return;
    const state = events.reduce<State | undefined>(this.evolve, this.get(stream)?.state);
    if (state !== undefined) this.set(stream, { state, changedAt });
  }
}

async function foldAll(store: OwedLog['store']) {
  const dossiers = new Subjects<Dossier>('dossier', (state, event) =>
    evolve(state, fromStored<DossierEvent>(event)),
  );
  const licences = new Subjects<Licence>('licence', (state, event) =>
    evolveLicence(state, fromStored<LicenceEvent>(event)),
  );
  let commits = await store.readAfter(0, BATCH);
  for (let last = commits.at(-1); last; last = commits.at(-1)) {
    for (const commit of commits) {
      dossiers.fold(commit);
      licences.fold(commit);
    }
    commits = await store.readAfter(last.position, BATCH);
  }
  return { dossiers, licences };
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[], void> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}

function noticeOf(workflow: Nudge['workflow'], subject: Folded<Dossier | Licence>, news: MovedNews): Notice {
  const { state, changedAt } = subject;
  const open = isOpen(news);
  return { workflow, id: state.id, procedure: state.procedure.id, open, news, changedAt, mustHear: open };
}

/** The version of the procedure that the subject is pinned to, and the calendar. */
function rulesFor(
  { agency, procedure: { id, version } }: Dossier | Licence,
  { procedures, calendarOf }: OwedLog,
): readonly [Procedure, Calendar] {
  const procedure = procedures.find({ id, version });
  if (procedure) return [procedure, calendarOf(agency)];
  throw new Error(`The log needs procedure ${id} in version ${version}, which is not loaded`);
}
