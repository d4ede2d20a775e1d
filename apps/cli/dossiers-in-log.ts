import type { Backbone } from '#libs/backbone/backbone.js';
import type { DossierId } from '#libs/kernel/ids.js';

const BY_DOSSIER = 'dossier/';

type Log = Pick<Backbone, 'connection'>;

/** The dossier that was given this code, by the event that gave it. */
export async function dossierWithCode(log: Log, code: string): Promise<DossierId | undefined> {
  const found = await logOf(log).findOne({ 'events.data.code': code, claims: { $regex: '^dossier:' } });
  return found ? dossierOf(found.stream) : undefined;
}

/** Dossiers with any of these forms, in filing or supplement. */
export async function dossiersWithForms(log: Log, digests: readonly string[]): Promise<readonly DossierId[]> {
  const query = { 'events.data.form': { $in: digests }, stream: { $regex: `^${BY_DOSSIER}` } };
  return (await logOf(log).distinct('stream', query)).map(dossierOf);
}

/** The log as MongoDB has it, for what the store is not asked in daily work: these look at every commit. */
export function logOf({ connection }: Log) {
  return connection.getClient().db(connection.name).collection<{ stream: string }>('log');
}

function dossierOf(stream: string): DossierId {
  return stream.slice(BY_DOSSIER.length) as DossierId;
}
