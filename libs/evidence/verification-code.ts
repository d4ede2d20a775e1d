import { createHash } from 'node:crypto';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';

/** Crockford's base 32: no letter is mistaken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;
const CODE = new RegExp(`^[${ALPHABET}]{${GROUPS * GROUP}}$`, 'u');

/**
 * The code printed on a certificate, or on another paper of a licence or dossier, under which anybody can check it: 80 bits, as `K7QF-93XA-0ZTM-W2BD`. It follows from the
 * subject's id, which is as hard to guess and shown to nobody outside; so every process knows it and none keeps it secret.
 */
export function verificationCodeOf(subject: LicenceId | DossierId, paper?: string): string {
  return codeOf(paper === undefined ? subject : `${subject} ${paper}`);
}

/**
 * The code of a record that the office draws for its own files. Who may see a dossier knows its id, so the code follows from what nobody
 * outside is shown: the hash of the commit that the record tells of as the last.
 * @param h SHA-256 of that commit, hex.
 */
export function recordCodeOf(h: string, record: string): string {
  return codeOf(`${record} at ${h}`);
}

function codeOf(what: string): string {
  const bytes = createHash('sha256').update(`verification code of ${what}`).digest();
  const letters = [...bytes.subarray(0, GROUPS * GROUP)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return grouped(letters.join(''));
}

/** A code as somebody typed it, undefined when it cannot be one: small letters, spaces, O for 0, I and L for 1 are forgiven. */
export function readVerificationCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  return CODE.test(plain) ? grouped(plain) : undefined;
}

function grouped(letters: string): string {
  return Array.from({ length: GROUPS }, (_, index) => letters.slice(index * GROUP, (index + 1) * GROUP)).join(
    '-',
  );
}
