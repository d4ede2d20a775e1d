import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { keptClaimKey } from '#libs/signatures/claim/claim-key.js';
import { type Claim, type ClaimFault, readClaim } from '#libs/signatures/claim/claim.js';
import { factsDigest } from '#libs/signatures/claim/facts-digest.js';
import { open } from '#libs/signatures/pdf/revisions.js';
import { CliError } from '../cli-error.js';
import { contentOf } from './attached-content.js';
import { keepOf } from './logged-certificate.js';

export type CheckedClaim = Claim | { readonly fault: ClaimFault | 'noClaim' | 'claimOfOtherFacts' };

/** A scanned text, or a certificate whose facts must then be those that the claim is about. */
export async function checkClaim(given: string, keyFile: string | undefined): Promise<CheckedClaim> {
  const key = await publicKey(keyFile);
  if (!existsSync(given)) return shown(readClaim(given, key));
  const content = await openedContent(given);
  if (content?.facts.claim === undefined) return { fault: 'noClaim' };
  const claim = readClaim(content.facts.claim.replaceAll('_', ' '), key);
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

async function publicKey(file: string | undefined): Promise<KeyObject> {
  if (file === undefined) return createPublicKey(await keptClaimKey(await keepOf()));
  try {
    return createPublicKey(await readFile(file));
  } catch {
    throw new CliError(`${file} is no public key`);
  }
}
