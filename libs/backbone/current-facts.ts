import type { ReadDossier, ReadLicence } from '#libs/commands/subject-reader.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import { type FactTexts, issuedFacts, renewedFacts } from '#libs/procedures/prefill.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Backbone } from './backbone.js';

const BY_DOSSIER = 'dossier/';

type Sources = Pick<Backbone, 'reader' | 'blobs'>;

export interface CurrentFacts {
  readonly facts: FactTexts;
  /** An application that says some of it was erased: the facts are what is left, and may be out of date. */
  readonly isErased: boolean;
}

/** What a licence says today: as it was issued, and as granted applications changed it since. Kept nowhere; read from the applications. */
export async function currentFacts(
  sources: Sources,
  { licence, commits }: ReadLicence,
): Promise<CurrentFacts> {
  const { text, issuedOn, expiresOn } = licence;
  const facts = new Map<string, string>([
    ['licence.number', text],
    ['licence.issuedOn', issuedOn],
    ['licence.expiresOn', expiresOn],
  ]);
  let isErased = false;
  for (const id of dossiersOf(commits)) {
    const contribution = await contributionOf(sources, id);
    isErased ||= contribution === undefined;
    for (const [fact, value] of contribution ?? []) facts.set(fact, value);
  }
  return { facts, isErased };
}

/** What it said before the commit at this position of the log. */
export function factsBefore(sources: Sources, read: ReadLicence, position: number): Promise<CurrentFacts> {
  const commits = read.commits.filter((commit) => commit.position < position);
  return currentFacts(sources, { ...read, commits });
}

/**
 * Where in the log an application about a licence got the number of its paper. By what the licence said then the paper is drawn, however
 * often, and whatever is changed while it waits for a signature.
 * @throws Error for a number that it never had
 */
export function numberedAt({ commits }: Pick<ReadDossier, 'commits'>, number: string): number {
  const numbered = commits.find(({ events }) =>
    events.some(({ type, data }) => type === 'LicenceNumberAllocated' && data['text'] === number),
  );
  if (numbered) return numbered.position;
  throw new Error(`The dossier never had the number ${number}`);
}

/** The applications that made the licence what it is, in the order in which they did. */
function dossiersOf(commits: ReadLicence['commits']): readonly DossierId[] {
  return commits
    .map(({ correlationId }) => correlationId)
    .filter((by) => by.startsWith(BY_DOSSIER))
    .map((by) => by.slice(BY_DOSSIER.length) as DossierId);
}

/** Undefined where it was erased. */
async function contributionOf({ reader, blobs }: Sources, id: DossierId): Promise<FactTexts | undefined> {
  const read = await reader.findDossier(id);
  const told = read && factsToldBy(read.procedure);
  if (!told) return new Map();
  const answers = await keptAnswers(blobs, read.dossier.form);
  return answers && told(answers);
}

/** Undefined where an application changes nothing of what the licence says. */
function factsToldBy({ licence, result }: Procedure): ((answers: JsonObject) => FactTexts) | undefined {
  if (result === undefined) return (answers) => issuedFacts(licence.contents ?? [], answers);
  const { renews } = result;
  return renews && ((answers) => renewedFacts(renews, answers));
}
