import type { DrawnRecord } from '#libs/backbone/drawn-records.js';
import { shownDate } from '#libs/kernel/time.js';
import { issuerText } from './shown.js';
import type { Sources } from './verified-licence.js';

/** A record that the office drew for its own files: that it drew it, and what it is. */
export interface VerifiedRecord {
  readonly kind: DrawnRecord['kind'];
  readonly facts: Readonly<Record<'number' | 'authority' | 'issuedOn' | 'digest', string>> &
    Readonly<Partial<Record<'dossier', string>>>;
  readonly fileUrl: string;
  readonly demonstration: boolean;
}

export async function findVerifiedRecord(
  { backbone: { records, books } }: Pick<Sources, 'backbone'>,
  code: string,
): Promise<VerifiedRecord | undefined> {
  const record = await records.find(code);
  if (!record) return undefined;
  const { kind, number, authority, madeOn, dossierCode, file: digest } = record;
  const facts = {
    number,
    authority: issuerText({ issuer: authority }),
    issuedOn: shownDate(madeOn),
    ...(dossierCode !== null && { dossier: dossierCode }),
    digest,
  };
  return { kind, facts, fileUrl: `/verify/${code}/document.pdf`, demonstration: books.demonstration };
}
