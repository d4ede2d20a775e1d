import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { DueDependencies } from './dependencies.js';

/** @throws Error when the log has no such dossier: the workflow was begun for a log that is not this one. */
export async function foundDossier(
  { reader }: Pick<DueDependencies, 'reader'>,
  id: string,
): Promise<ReadDossier> {
  const read = await reader.findDossier(id as DossierId);
  if (read) return read;
  throw new Error(`The log has no dossier ${id}`);
}
