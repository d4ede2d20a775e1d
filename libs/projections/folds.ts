import { fromStored } from '#libs/commands/stored-events.js';
import { evolve } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { DossierState } from '#libs/dossier/state.js';
import { openTasks } from '#libs/dossier/tasks.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { evolveLicence, type LicenceState } from '#libs/licence/licence.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';
import type { Change, DossierSoFar, LicenceSoFar, ReadingRules } from './change.js';
import { type Chronicle, recount } from './chronicle.js';

type SubjectSoFar =
  | { readonly subject: 'dossier'; readonly state: DossierSoFar | undefined }
  | { readonly subject: 'licence'; readonly state: LicenceSoFar | undefined };
type Known = SubjectSoFar & { readonly n: number };

const DEFAULT_CAPACITY = 5_000;
const READS_AT_ONCE = 16;

/**
 * Folds every commit once, for all projections. Subjects that moved lately are remembered; what was forgotten is folded again from
 * the log, which alone is the truth.
 */
export class Folds {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly store: EventStore,
    private readonly rules: ReadingRules,
    private readonly capacity = DEFAULT_CAPACITY,
  ) {}

  /** @throws ProcedureNotLoaded when a subject is pinned to a version that the book does not have. */
  async changesOf(commits: readonly Commit[]): Promise<readonly Change[]> {
    await this.recallMissing(commits);
    const changes: Change[] = [];
    for (const commit of commits) {
      const change = this.changeOf(commit);
      if (change) changes.push(change);
    }
    this.forgetOldest();
    return changes;
  }

  private changeOf(commit: Commit): Change | undefined {
    const subject = subjectOf(commit.stream);
    if (!subject) return undefined;
    const known = this.known.get(commit.stream);
    const before = known?.n === commit.n - 1 ? known : undefined;
    const change =
      subject.kind === 'dossier'
        ? this.dossierChange(commit, before?.subject === 'dossier' ? before.state : undefined)
        : this.licenceChange(commit, before?.subject === 'licence' ? before.state : undefined);
    this.remember(commit, change);
    return change;
  }

  private dossierChange(commit: Commit, before: DossierSoFar | undefined): Change | undefined {
    const events = eventsOf<DossierEvent>(commit);
    const folded = foldOn(before, [commit]);
    if (!folded) return undefined;
    const procedure = this.procedureOf(folded.dossier.procedure);
    const after = { ...folded, tasks: openTasks(folded.dossier, procedure, this.rules.calendar) };
    return {
      subject: 'dossier',
      id: idIn(commit.stream) as DossierId,
      commit,
      events,
      before,
      after,
      procedure,
    };
  }

  private licenceChange(commit: Commit, before: LicenceSoFar | undefined): Change | undefined {
    const events = eventsOf<LicenceEvent>(commit);
    const after = foldLicenceOn(before, [commit]);
    if (!after) return undefined;
    const id = idIn(commit.stream) as LicenceId;
    const procedure = this.procedureOf(after.licence.procedure);
    return { subject: 'licence', id, commit, events, before, after, procedure };
  }

  private remember(commit: Commit, change: Change | undefined): void {
    this.known.delete(commit.stream);
    if (!change) return;
    const n = commit.n;
    this.known.set(
      commit.stream,
      change.subject === 'dossier'
        ? { subject: 'dossier', state: change.after, n }
        : { subject: 'licence', state: change.after, n },
    );
  }

  /** Streams whose first commit here follows on others that are not remembered. */
  private async recallMissing(commits: readonly Commit[]): Promise<void> {
    const first = new Map<string, Commit>();
    for (const commit of commits) if (!first.has(commit.stream)) first.set(commit.stream, commit);
    const missing = [...first.values()].filter(({ stream, n }) => (this.known.get(stream)?.n ?? 0) !== n - 1);
    for (let start = 0; start < missing.length; start += READS_AT_ONCE) {
      await Promise.all(missing.slice(start, start + READS_AT_ONCE).map((commit) => this.recall(commit)));
    }
  }

  private async recall({ stream, position, n }: Commit): Promise<void> {
    this.known.delete(stream);
    const subject = subjectOf(stream);
    if (!subject || n === 1) return;
    const { commits } = await this.store.readStreamAt(stream, position - 1);
    const last = commits.at(-1);
    if (!last) return;
    const soFar =
      subject.kind === 'dossier'
        ? this.dossierAfter(commits)
        : ({ subject: 'licence', state: foldLicenceOn(undefined, commits) } as const);
    this.known.set(stream, { ...soFar, n: last.n });
  }

  private dossierAfter(commits: readonly Commit[]): SubjectSoFar {
    const folded = foldOn(undefined, commits);
    if (!folded) return { subject: 'dossier', state: undefined };
    const tasks = openTasks(folded.dossier, this.procedureOf(folded.dossier.procedure), this.rules.calendar);
    return { subject: 'dossier', state: { ...folded, tasks } };
  }

  private procedureOf(reference: ProcedureReference): Procedure {
    const procedure = this.rules.procedures.find(reference);
    if (!procedure) throw new ProcedureNotLoaded(reference);
    return procedure;
  }

  private forgetOldest(): void {
    for (const stream of this.known.keys()) {
      if (this.known.size <= this.capacity) return;
      this.known.delete(stream);
    }
  }
}

/** The log names a version of a procedure that was not loaded: nothing can be shown rightly until it is. */
export class ProcedureNotLoaded extends Error {
  override readonly name = 'ProcedureNotLoaded';

  constructor(readonly reference: ProcedureReference) {
    super(`The log needs procedure ${reference.id} in version ${reference.version}, which is not loaded`);
  }
}

export interface SubjectName {
  readonly kind: 'dossier' | 'licence';
  readonly id: string;
}

/** Which subject a stream tells of; streams of other kinds are left to other readers. */
export function subjectOf(stream: string): SubjectName | undefined {
  const kind = stream.slice(0, stream.indexOf('/'));
  return kind === 'dossier' || kind === 'licence' ? { kind, id: idIn(stream) } : undefined;
}

function idIn(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}

function foldOn(
  before: DossierSoFar | undefined,
  commits: readonly Commit[],
): Omit<DossierSoFar, 'tasks'> | undefined {
  let dossier: DossierState = before?.dossier;
  let chronicle: Chronicle | undefined = before?.chronicle;
  for (const commit of commits) {
    for (const event of eventsOf<DossierEvent>(commit)) {
      dossier = evolve(dossier, event);
      if (dossier) chronicle = recount(chronicle, event, { after: dossier, at: commit.recordedAt });
    }
  }
  return dossier && chronicle && { dossier, chronicle };
}

function foldLicenceOn(
  before: LicenceSoFar | undefined,
  commits: readonly Commit[],
): LicenceSoFar | undefined {
  let licence: LicenceState = before?.licence;
  let opened = before?.opened;
  for (const event of commits.flatMap(eventsOf<LicenceEvent>)) {
    licence = evolveLicence(licence, event);
    if (event.type === 'LicenceOpened') opened = event.data;
  }
  return licence && opened && { licence, opened };
}

function eventsOf<Event>({ events }: Commit): readonly Event[] {
  return events.map((event) => fromStored<Event>(event));
}
