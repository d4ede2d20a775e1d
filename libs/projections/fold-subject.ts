import { fromStored } from '#libs/commands/stored-events.js';
import { evolve } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { evolveLicence } from '#libs/licence/licence.js';
import type { DossierSoFar, LicenceSoFar } from './change.js';
import { recount } from './chronicle.js';

export type FoldedDossier = Pick<DossierSoFar, 'dossier' | 'chronicle'>;
export type FoldedLicence = Pick<LicenceSoFar, 'licence' | 'opened'>;

export function dossierEventsOf({ events }: Commit): readonly DossierEvent[] {
  return events.map((event) => fromStored<DossierEvent>(event));
}

export function licenceEventsOf({ events }: Commit): readonly LicenceEvent[] {
  return events.map((event) => fromStored<LicenceEvent>(event));
}

/** The dossier after further commits; undefined as long as nothing began. */
export function continueDossier(
  before: FoldedDossier | undefined,
  commits: readonly Commit[],
): FoldedDossier | undefined {
  let folded = before;
  for (const commit of commits) {
    for (const event of dossierEventsOf(commit)) folded = afterEvent(folded, event, commit) ?? folded;
  }
  return folded;
}

function afterEvent(
  before: FoldedDossier | undefined,
  event: DossierEvent,
  { recordedAt: at }: Commit,
): FoldedDossier | undefined {
  const dossier = evolve(before?.dossier, event);
  return dossier && { dossier, chronicle: recount(before?.chronicle, event, { after: dossier, at }) };
}

export function continueLicence(
  before: FoldedLicence | undefined,
  commits: readonly Commit[],
): FoldedLicence | undefined {
  return commits.flatMap(licenceEventsOf).reduce(afterLicenceEvent, before);
}

function afterLicenceEvent(
  before: FoldedLicence | undefined,
  event: LicenceEvent,
): FoldedLicence | undefined {
  const licence = evolveLicence(before?.licence, event);
  const opened = event.type === 'LicenceOpened' ? event.data : before?.opened;
  return licence && opened && { licence, opened };
}
