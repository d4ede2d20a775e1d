import type { Calendar } from '#libs/calendar/calendar.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Dossier } from '#libs/dossier/state.js';
import { type DossierId, dossierStream, type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { foldLicence, type Licence } from '#libs/licence/licence.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { RuleBooks } from './dossier-subject.js';
import { dossierNews, licenceNews, type MovedNews } from './moved.js';
import { fromStored } from './stored-events.js';

export interface ReadDossier {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  /** The edition that its agency keeps now. */
  readonly calendar: Calendar;
  readonly events: readonly DossierEvent[];
  readonly commits: readonly Commit[];
  readonly news: MovedNews;
}

export interface ReadLicence {
  readonly licence: Licence;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly commits: readonly Commit[];
  readonly news: MovedNews;
}

/** Subjects as the log has them now; undefined for a stream without events. */
export interface SubjectReader {
  findDossier(id: DossierId): Promise<ReadDossier | undefined>;
  findLicence(id: LicenceId): Promise<ReadLicence | undefined>;
}

export function createSubjectReader(store: EventStore, books: RuleBooks): SubjectReader {
  const procedureOf = (reference: { readonly id: string; readonly version: string }): Procedure => {
    const procedure = books.procedures.find(reference);
    if (procedure) return procedure;
    throw new Error(
      `The procedure ${reference.id} ${reference.version}, by which a stream was begun, is missing`,
    );
  };
  return {
    async findDossier(id) {
      const { commits } = await store.readStream(dossierStream(id));
      const events = eventsOf<DossierEvent>(commits);
      const dossier = foldDossier(events);
      if (!dossier) return undefined;
      const procedure = procedureOf(dossier.procedure);
      const calendar = books.calendarOf(dossier.agency);
      return {
        dossier,
        procedure,
        calendar,
        events,
        commits,
        news: dossierNews(dossier, procedure, calendar),
      };
    },
    async findLicence(id) {
      const { commits } = await store.readStream(licenceStream(id));
      const licence = foldLicence(eventsOf<LicenceEvent>(commits));
      if (!licence) return undefined;
      const procedure = procedureOf(licence.procedure);
      const calendar = books.calendarOf(licence.agency);
      return { licence, procedure, calendar, commits, news: licenceNews(licence, procedure, calendar) };
    },
  };
}

function eventsOf<Event extends { readonly type: string; readonly data: object }>(
  commits: readonly Commit[],
): readonly Event[] {
  return commits.flatMap((commit) => commit.events.map((event) => fromStored<Event>(event)));
}
