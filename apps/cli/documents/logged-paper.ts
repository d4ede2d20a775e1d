import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredEvent } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { Digest } from '#libs/kernel/ids.js';
import { keptNames, keptSecret } from '#libs/service/kept-secret.js';
import type { KeyFolder } from '#libs/signatures/claim/claim-keys.js';
import { demonstrationRoot } from '#libs/signatures/signers/demonstration-signer.js';
import { CliError } from '../cli-error.js';
import { commandConfig, withBackbone } from '../commands/open-log.js';

/**
 * How an office knows a file by its digest: `issued` is recorded in the log; `givenOut` is a slip or a record, drawn from the log and
 * kept as it was given out.
 */
export type KnownAs = 'issued' | 'givenOut' | 'unknown';

/** Undefined where no log can be asked. */
export type DocumentLog = (digest: string) => Promise<KnownAs | undefined>;

const BATCH = 1000;
/** The events by which a file was issued, and where each has its digest. */
const issued: Readonly<Record<string, string>> = {
  CertificateIssued: 'certificate',
  LetterIssued: 'letter',
  DossierForwarded: 'letter',
  DocumentIssued: 'file',
};

export const findInLog: DocumentLog = async (digest) => {
  try {
    return await withBackbone(async ({ store, slips, records }) => {
      const file = digest as Digest;
      if ((await slips.has(file)) || (await records.has(file))) return 'givenOut';
      return (await wasIssued(store, digest)) ? 'issued' : 'unknown';
    });
  } catch {
    return undefined;
  }
};

/** The whole log is read: it alone is the truth about what was issued. */
async function wasIssued(store: EventStore, digest: string): Promise<boolean> {
  let commits = await store.readAfter(0, BATCH);
  for (let last = commits.at(-1); last; last = commits.at(-1)) {
    if (commits.some(({ events }) => events.some((event) => tellsOf(event, digest)))) return true;
    commits = await store.readAfter(last.position, BATCH);
  }
  return false;
}

function tellsOf({ type, data }: StoredEvent, digest: string): boolean {
  const name = issued[type];
  return name !== undefined && data[name] === digest;
}

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
