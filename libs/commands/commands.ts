import type { AnnounceEdition } from '#libs/calendar/announcement.js';
import type { DossierCommand } from '#libs/dossier/commands.js';
import type { DossierId, LicenceId, SummaryId } from '#libs/kernel/ids.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { SummaryCommand } from '#libs/summary-duties/commands.js';
import { licenceFinder } from './about-licence.js';
import type { CommandAnswer, CommandRequest } from './answer.js';
import { type CalendarPolicy, type CalendarStreamId, calendarSubject } from './calendar-subject.js';
import { type DossierPolicy, dossierSubject, type RuleBooks } from './dossier-subject.js';
import { Executor, type ExecutorDependencies } from './executor.js';
import { type LicencePolicy, licenceSubject } from './licence-subject.js';
import { type SummaryPolicy, summarySubject } from './summary-subject.js';

export interface CommandDependencies extends ExecutorDependencies {
  readonly books: RuleBooks;
  readonly mayCommandDossier: DossierPolicy;
  readonly mayCommandLicence: LicencePolicy;
  readonly mayAnnounceEdition: CalendarPolicy;
  readonly mayCommandSummary: SummaryPolicy;
}

/** The one way to change anything: whoever asks, a command goes in and events or a named refusal come out. */
export interface Commands {
  dossier(request: CommandRequest<DossierId, DossierCommand>): Promise<CommandAnswer>;
  licence(request: CommandRequest<LicenceId, LicenceCommand>): Promise<CommandAnswer>;
  calendar(request: CommandRequest<CalendarStreamId, AnnounceEdition>): Promise<CommandAnswer>;
  summary(request: CommandRequest<SummaryId, SummaryCommand>): Promise<CommandAnswer>;
}

export function createCommands(dependencies: CommandDependencies): Commands {
  const { books, store } = dependencies;
  const findLicence = licenceFinder(store);
  const dossiers = new Executor(
    dossierSubject(books, dependencies.mayCommandDossier, findLicence),
    dependencies,
  );
  const licences = new Executor(licenceSubject(books, dependencies.mayCommandLicence), dependencies);
  const calendars = new Executor(calendarSubject(books, dependencies.mayAnnounceEdition), dependencies);
  const summaries = new Executor(summarySubject(store, dependencies.mayCommandSummary), dependencies);
  return {
    calendar: (request) => calendars.execute(request),
    dossier: (request) => dossiers.execute(request),
    licence: (request) => licences.execute(request),
    summary: (request) => summaries.execute(request),
  };
}
