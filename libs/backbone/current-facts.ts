import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { type FactTexts, issuedFacts, renewedFacts } from '#libs/procedures/prefill.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Backbone } from './backbone.js';

const BY_DOSSIER = 'dossier/';

type Sources = Pick<Backbone, 'reader' | 'blobs'>;

/** What a licence says today: as it was issued, and as granted applications changed it since. Kept nowhere; read from the applications. */
export async function currentFacts(sources: Sources, { licence, commits }: ReadLicence): Promise<FactTexts> {
  const { text, issuedOn, expiresOn } = licence;
  const facts = new Map<string, string>([
    ['licence.number', text],
    ['licence.issuedOn', issuedOn],
    ['licence.expiresOn', expiresOn],
  ]);
  for (const id of dossiersOf(commits)) {
    for (const [fact, value] of await contributionOf(sources, id)) facts.set(fact, value);
  }
  return facts;
}

/** The applications that made the licence what it is, in the order in which they did. */
function dossiersOf(commits: ReadLicence['commits']): readonly DossierId[] {
  return commits
    .map(({ correlationId }) => correlationId)
    .filter((by) => by.startsWith(BY_DOSSIER))
    .map((by) => by.slice(BY_DOSSIER.length) as DossierId);
}

/** Answers that were erased contribute nothing. */
async function contributionOf({ reader, blobs }: Sources, id: DossierId): Promise<FactTexts> {
  const read = await reader.findDossier(id);
  const bytes = read && (await blobs.read(read.dossier.form));
  if (!bytes) return new Map();
  const { answers } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly answers: JsonObject };
  return contribution(read.procedure, answers);
}

function contribution({ licence, result }: Procedure, answers: JsonObject): FactTexts {
  if (result === undefined) return issuedFacts(licence.contents ?? [], answers);
  return result.renews ? renewedFacts(result.renews, answers) : new Map<string, string>();
}
