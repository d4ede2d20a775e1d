import type { Calendar } from '#libs/calendar/calendar.js';
import { type OpenTask, openTaskIds, openTasks } from '#libs/dossier/tasks.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { nextReminderOn } from '#libs/licence/agenda.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';
import type { Change, DossierSoFar, LicenceSoFar, ReadingRules } from './change.js';
import {
  continueDossier,
  continueLicence,
  dossierEventsOf,
  type FoldedDossier,
  type FoldedLicence,
  licenceEventsOf,
} from './fold-subject.js';
import { RecentSubjects } from './recent-subjects.js';

const DEFAULT_CAPACITY = 5_000;
const READS_AT_ONCE = 16;

/**
 * Folds every commit once, for all projections. Subjects that moved lately are remembered; what was forgotten is folded again from
 * the log, which alone is the truth.
 */
export class Folds {
  private readonly dossiers: RecentSubjects<DossierSoFar>;
  private readonly licences: RecentSubjects<LicenceSoFar>;

  constructor(
    private readonly store: EventStore,
    private readonly rules: ReadingRules,
    capacity = DEFAULT_CAPACITY,
  ) {
    this.dossiers = new RecentSubjects(capacity);
    this.licences = new RecentSubjects(capacity);
  }

  /** @throws ProcedureNotLoaded when a subject is pinned to a version that the book does not have. */
  async changesOf(commits: readonly Commit[]): Promise<readonly Change[]> {
    await this.recallMissing(commits);
    const changes = commits.map((commit) => this.changeOf(commit));
    this.dossiers.forgetOldest();
    this.licences.forgetOldest();
    return changes.filter((change) => change !== undefined);
  }

  private changeOf(commit: Commit): Change | undefined {
    switch (subjectOf(commit.stream)) {
      case 'dossier':
        return this.dossierChange(commit);
      case 'licence':
        return this.licenceChange(commit);
      case undefined:
        return undefined;
    }
  }

  private dossierChange(commit: Commit): Change | undefined {
    const before = this.dossiers.before(commit);
    const folded = continueDossier(before, [commit]);
    if (!folded) return undefined;
    const calendar = this.calendarOf(commit);
    const after = this.withTasks(folded, calendar);
    this.dossiers.remember(commit, after);
    const id = idIn(commit.stream) as DossierId;
    const procedure = this.procedureOf(after.dossier.procedure);
    const events = dossierEventsOf(commit);
    return { subject: 'dossier', id, commit, events, before, after, procedure, calendar };
  }

  private licenceChange(commit: Commit): Change | undefined {
    const before = this.licences.before(commit);
    const folded = continueLicence(before, [commit]);
    if (!folded) return undefined;
    const calendar = this.calendarOf(commit);
    const after = this.withReminder(folded, calendar);
    this.licences.remember(commit, after);
    const id = idIn(commit.stream) as LicenceId;
    const procedure = this.procedureOf(after.licence.procedure);
    const events = licenceEventsOf(commit);
    return { subject: 'licence', id, commit, events, before, after, procedure, calendar };
  }

  /** Streams whose first commit here follows on others that are not remembered. */
  private async recallMissing(commits: readonly Commit[]): Promise<void> {
    const first = new Map<string, Commit>();
    for (const commit of commits) if (!first.has(commit.stream)) first.set(commit.stream, commit);
    const missing = [...first.values()].filter((commit) => commit.n > 1 && !this.remembers(commit));
    for (let start = 0; start < missing.length; start += READS_AT_ONCE) {
      await Promise.all(missing.slice(start, start + READS_AT_ONCE).map((commit) => this.recall(commit)));
    }
  }

  private remembers(commit: Commit): boolean {
    return (this.dossiers.before(commit) ?? this.licences.before(commit)) !== undefined;
  }

  private async recall({ stream, position }: Commit): Promise<void> {
    const subject = subjectOf(stream);
    if (!subject) return;
    const { commits } = await this.store.readStreamAt(stream, position - 1);
    const last = commits.at(-1);
    if (!last) return;
    const dossier = subject === 'dossier' ? continueDossier(undefined, commits) : undefined;
    const licence = subject === 'licence' ? continueLicence(undefined, commits) : undefined;
    if (dossier) this.dossiers.remember(last, this.withTasks(dossier, this.calendarOf(last)));
    if (licence) this.licences.remember(last, this.withReminder(licence, this.calendarOf(last)));
  }

  private withTasks(folded: FoldedDossier, calendar: Calendar): DossierSoFar {
    const { dossier } = folded;
    const procedure = this.procedureOf(dossier.procedure);
    let tasks: readonly OpenTask[] | undefined;
    return {
      ...folded,
      taskIds: openTaskIds(dossier),
      tasks: () => (tasks ??= openTasks(dossier, procedure, calendar)),
    };
  }

  private withReminder(folded: FoldedLicence, calendar: Calendar): LicenceSoFar {
    const { licence } = folded;
    const procedure = this.procedureOf(licence.procedure);
    return { ...folded, nextReminderOn: () => nextReminderOn(licence, procedure, calendar) };
  }

  /** A row is a function of its commits, also of the edition they name: rebuilt under a later one it is the same. */
  private calendarOf({ rules }: Commit): Calendar {
    return this.rules.calendarBy(rules.calendar);
  }

  private procedureOf(reference: ProcedureReference): Procedure {
    const procedure = this.rules.procedures.find(reference);
    if (!procedure) throw new ProcedureNotLoaded(reference);
    return procedure;
  }
}

/** The log names a version of a procedure that was not loaded: nothing can be shown rightly until it is. */
class ProcedureNotLoaded extends Error {
  override readonly name = 'ProcedureNotLoaded';

  constructor(readonly reference: ProcedureReference) {
    super(`The log needs procedure ${reference.id} in version ${reference.version}, which is not loaded`);
  }
}

/** Which kind of subject a stream tells of; streams of other kinds are left to other readers. */
function subjectOf(stream: string): Change['subject'] | undefined {
  const kind = stream.slice(0, stream.indexOf('/'));
  return kind === 'dossier' || kind === 'licence' ? kind : undefined;
}

function idIn(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}
