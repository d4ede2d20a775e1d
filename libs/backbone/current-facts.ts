import type { ReadDossier, ReadLicence } from '#libs/commands/subject-reader.js';
import { fromStored } from '#libs/commands/stored-events.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { changedFacts } from '#libs/procedures/fact-names.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import { type FactTexts, issuedFacts, renewedFacts } from '#libs/procedures/prefill.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Backbone } from './backbone.js';

const BY_DOSSIER = 'dossier/';

type Sources = Pick<Backbone, 'reader' | 'blobs'>;

export interface CurrentFacts {
  readonly facts: FactTexts;
  /** What it said before an officer's own act changed it: the new words lie in the paper that was brought, and nobody can read them here. */
  readonly former: FactTexts;
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
  const former = new Map<string, string>();
  let isErased = false;
  for (const commit of commits) {
    const told = await toldBy(sources, commit);
    isErased ||= told === undefined;
    for (const [fact, value] of told ?? []) facts.set(fact, value);
    for (const fact of changedByHand(commit)) retire(fact, facts, former);
  }
  return { facts, former, isErased };
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

/** What the application behind a commit said of the licence; nothing where there was none, undefined where it was erased. */
async function toldBy(
  sources: Sources,
  { correlationId: by }: LicenceCommit,
): Promise<FactTexts | undefined> {
  return by.startsWith(BY_DOSSIER)
    ? contributionOf(sources, by.slice(BY_DOSSIER.length) as DossierId)
    : new Map<string, string>();
}

type LicenceCommit = ReadLicence['commits'][number];

/** Which facts an officer changed without an application. */
function changedByHand({ correlationId, events }: LicenceCommit): readonly string[] {
  if (correlationId.startsWith(BY_DOSSIER)) return [];
  return events.flatMap((stored) => {
    const { type, data } = fromStored<LicenceEvent>(stored);
    if (type === 'LicenceAmended') return data.facts;
    return type === 'HolderChangeNoted' ? [changedFacts[data.change]] : [];
  });
}

function retire(fact: string, facts: Map<string, string>, former: Map<string, string>): void {
  const value = facts.get(fact);
  if (value === undefined) return;
  former.set(fact, value);
  facts.delete(fact);
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
