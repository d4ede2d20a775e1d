import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { DueDependencies } from './dependencies.js';

/** @throws Error when the log has no such licence: the workflow was begun for a log that is not this one. */
export async function foundLicence(
  { reader }: Pick<DueDependencies, 'reader'>,
  id: string,
): Promise<ReadLicence> {
  const read = await reader.findLicence(id as LicenceId);
  if (read) return read;
  throw new Error(`The log has no licence ${id}`);
}
