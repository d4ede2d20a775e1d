import { fromStored } from '#libs/commands/stored-events.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type Digest, type DossierId, dossierStream } from '#libs/kernel/ids.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import type { DutyLine } from './department-summary.js';

interface Sources {
  readonly store: Pick<EventStore, 'readStreamAt'>;
  readonly procedures: Pick<ProcedureBook, 'find'>;
  readonly blobs: { read(digest: Digest): Promise<Uint8Array | undefined> };
}

const AT_ONCE = 16;

/**
 * By dossier, who holds the licence that it led to, as the application's form names it: equal now and in ten years, whatever the
 * person's account is called by then. Without the form, which can be erased, the id.
 */
export async function holderNames(
  sources: Sources,
  lines: readonly DutyLine[],
  position: number,
): Promise<ReadonlyMap<DossierId, string>> {
  const holders = [...new Map(lines.map(({ dossierId, holder }) => [dossierId, holder]))];
  const names = new Map<DossierId, string>();
  for (let start = 0; start < holders.length; start += AT_ONCE) {
    const some = holders.slice(start, start + AT_ONCE);
    const found = await Promise.all(some.map(([dossier]) => nameIn(sources, dossier, position)));
    for (const [index, [dossier, holder]] of some.entries()) names.set(dossier, found[index] ?? holder);
  }
  return names;
}

async function nameIn(
  { store, procedures, blobs }: Sources,
  id: DossierId,
  position: number,
): Promise<string | undefined> {
  const { commits } = await store.readStreamAt(dossierStream(id), position);
  const events = commits.flatMap((commit) => commit.events.map((event) => fromStored<DossierEvent>(event)));
  const dossier = foldDossier(events);
  const procedure = dossier && procedures.find(dossier.procedure);
  const answers = dossier && (await keptAnswers(blobs, dossier.form));
  if (!procedure || !answers) return undefined;
  const { holder } = licenceFacts(procedure.licence.contents ?? [], answers);
  const { name } = (holder ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : undefined;
}
