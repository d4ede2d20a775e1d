import { readFile } from 'node:fs/promises';
import { signedPaper } from '../../activities/sign-paper.js';
import type { Keep } from '#libs/signatures/signers/demonstration-signer.js';
import { timeStampAuthority } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { fileOf, toBeSigned } from '../support/signed-file.js';
import type { SigningOffice } from '../support/signing-office.js';
import { TimeStampAuthority } from '../support/time-stamp-authority.js';

/** The golden certificate as an office would issue it: signed by two, both signatures time-stamped (PAdES B-T). */
export async function stampedTwice(office: SigningOffice): Promise<Uint8Array> {
  const authority = await new TimeStampAuthority(office, '2026-03-11T02:06:00.000Z').open();
  const keep: Keep = (_, make) => make();
  const signed = await signedPaper(
    { signer: office.signer, timeStamper: timeStampAuthority(authority.url, keep) },
    await readFile('test/documents/golden/certificate.pdf'),
    toBeSigned,
  );
  await authority.close();
  return fileOf(signed);
}
