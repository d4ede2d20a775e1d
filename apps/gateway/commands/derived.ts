import { createHash, createHmac } from 'node:crypto';
import type { Digest, DossierId, LicenceId } from '#libs/kernel/ids.js';

/** Letters and digits that nobody confuses when reading aloud (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_LETTERS = 16;
const GROUP = 4;

/**
 * What a filing needs that nobody types: all of it follows from who files and from the idempotency key, so that a
 * repetition is the same command down to the last byte.
 */
export class Derivation {
  constructor(private readonly serverSecret: string) {}

  dossierId(actorId: string, key: string): DossierId {
    return `dossier-${shortHash('dossier', actorId, key)}` as DossierId;
  }

  /** Not to be guessed by anybody: the code that checks a licence follows from it. */
  licenceId(dossierId: string, key: string): LicenceId {
    return `licence-${this.mac('licence', dossierId, key).toString('hex').slice(0, 32)}` as LicenceId;
  }

  /** Of a duty that is asked for by a command. */
  obligationId(licenceId: string, key: string): string {
    return `asked-${shortHash('obligation', licenceId, key)}`;
  }

  /** Hides what the answers are from whoever sees their digest. */
  salt(actorId: string, key: string): string {
    return this.mac('salt', actorId, key).toString('hex');
  }

  /** 80 bits, written in four groups of four. */
  trackingSecret(actorId: string, key: string): string {
    const letters = [...this.mac('tracking', actorId, key)].slice(0, SECRET_LETTERS).map(letterFor);
    return (letters.join('').match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
  }

  private mac(...parts: readonly [purpose: string, about: string, key: string]): Buffer {
    return createHmac('sha256', this.serverSecret).update(JSON.stringify(parts)).digest();
  }
}

/** What the log keeps of a tracking secret; typed without dashes, or in small letters, it is the same. */
export function trackingDigest(secret: string): Digest {
  const plain = secret.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(plain).digest('hex') as Digest;
}

function letterFor(byte: number): string {
  return ALPHABET[byte % ALPHABET.length] ?? '';
}

function shortHash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
