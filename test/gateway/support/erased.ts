import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { DossierId } from '#libs/kernel/ids.js';
import type { Office } from './office.js';

/** Erases the form of a dossier; what is answered brings it back, as from a backup. */
export async function erased(
  { backbone: { reader, blobs }, settings }: Office,
  dossierId: string,
): Promise<() => Promise<unknown>> {
  const form = (await reader.findDossier(dossierId as DossierId))!.dossier.form;
  const bytes = (await blobs.read(form))!;
  await unlink(join(settings.dataDir, 'blobs', form.slice(0, 2), form.slice(2, 4), form));
  return () => blobs.put(bytes);
}
