import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptNames, keptSecret } from '#libs/service/kept-secret.js';
import type { KeyFolder } from '#libs/signatures/claim/claim-keys.js';
import { demonstrationRoot } from '#libs/signatures/signers/demonstration-signer.js';
import { CliError } from '../cli-error.js';
import { commandConfig, withBackbone } from '../commands/open-log.js';
import { commitsOf } from '../commands/dossier.js';

/** Digests of the certificates that the log knows for a dossier; undefined where no log can be asked. */
export type DocumentLog = (dossierCode: string) => Promise<readonly string[] | undefined>;

export const findLoggedCertificates: DocumentLog = async (dossierCode) => {
  try {
    const commits = await withBackbone((backbone) => commitsOf(backbone, dossierCode));
    return commits.flatMap(({ events }) =>
      events.flatMap(({ type, data }) => {
        const { certificate } = data;
        return type === 'CertificateIssued' && typeof certificate === 'string' ? [certificate] : [];
      }),
    );
  } catch (error) {
    // A log without this dossier says so; one that is away says nothing.
    if (error instanceof CliError) return [];
    return undefined;
  }
};

/** The roots of these files; without any, the one of the demonstration in the data folder. */
export async function trustedRoots(files: readonly string[]): Promise<readonly Uint8Array[]> {
  if (files.length > 0) return Promise.all(files.map(rootIn));
  return [await demonstrationRoot((await keyFolder()).keep)];
}

/** The keys of the instance in the data folder. */
export async function keyFolder(): Promise<KeyFolder> {
  const folder = join((await commandConfig()).dataDir, 'signing');
  return {
    keep: (name, make) => keptSecret(folder, name, make),
    names: (name) => keptNames(join(folder, name)),
  };
}

async function rootIn(file: string): Promise<Uint8Array> {
  try {
    return new X509Certificate(await readFile(file)).raw;
  } catch {
    throw new CliError(`${file} is no certificate`);
  }
}
