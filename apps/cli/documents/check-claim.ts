import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { claimKeysIn, publishedClaimKeys } from '#libs/signatures/claim/claim-keys.js';
import { type Claim, type ClaimFault, readClaim } from '#libs/signatures/claim/claim.js';
import { factsDigest } from '#libs/signatures/claim/facts-digest.js';
import { open } from '#libs/signatures/pdf/revisions.js';
import { CliError } from '../cli-error.js';
import { contentOf } from './attached-content.js';
import { keyFolder } from './logged-paper.js';

export type CheckedClaim = Claim | { readonly fault: ClaimFault | 'noClaim' | 'claimOfOtherFacts' };

/** Where the agency's public keys are: a set of them (a file or an address), or one of them; the demonstration's own otherwise. */
export interface KeySource {
  readonly keys?: string;
  readonly key?: string;
}

/** A scanned text, or a certificate whose facts must then be those that the claim is about. */
export async function checkClaim(given: string, source: KeySource): Promise<CheckedClaim> {
  const keys = await keysOf(source);
  if (!existsSync(given)) return shown(readClaim(given, keys));
  const content = await openedContent(given);
  if (content?.facts.claim === undefined) return { fault: 'noClaim' };
  const claim = readClaim(content.facts.claim.replaceAll('_', ' '), keys);
  if (typeof claim === 'string' || claim.factsDigest === factsDigest(content.facts)) return shown(claim);
  return { fault: 'claimOfOtherFacts' };
}

function shown(claim: Claim | ClaimFault): CheckedClaim {
  return typeof claim === 'string' ? { fault: claim } : claim;
}

async function openedContent(file: string) {
  const bytes = await readFile(file);
  try {
    return contentOf(open(bytes).attachments);
  } catch {
    return undefined;
  }
}

async function keysOf({ keys, key }: KeySource): Promise<readonly KeyObject[]> {
  if (keys !== undefined) return keysAt(keys);
  if (key === undefined) return claimKeysIn(JSON.stringify(await publishedClaimKeys(await keyFolder())));
  try {
    return [createPublicKey(await readFile(key))];
  } catch {
    throw new CliError(`${key} is no public key`);
  }
}

const ANSWER_WITHIN_MS = 10_000;

async function keysAt(where: string): Promise<readonly KeyObject[]> {
  try {
    return claimKeysIn(/^https?:/u.test(where) ? await fetched(where) : await readFile(where, 'utf8'));
  } catch {
    throw new CliError(`There is no set of public keys at ${where}`);
  }
}

async function fetched(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!response.ok) throw new CliError(`${url} answered ${response.status}`);
  return response.text();
}
