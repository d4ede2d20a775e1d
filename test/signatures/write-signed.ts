/**
 * `node -C source --import ./test/support/source-hooks.mjs test/signatures/write-signed.ts FOLDER` writes golden papers as an office would sign them, for
 * the programs of others (`test/documents/verapdf.mjs`): certificate and decision, signed twice, and the certificate with time stamps.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signedTwice, signingOffice } from '../support/signing-office.js';
import { stampedTwice } from './stamped-twice.js';

const [, , folder = '.hoso/signed'] = process.argv;
await mkdir(folder, { recursive: true });
const office = await signingOffice();
for (const name of ['certificate', 'amendment', 'extension', 'reissue', 'suspension', 'revocation']) {
  const signed = await signedTwice(await readFile(`test/documents/golden/${name}.pdf`), office);
  await writeFile(join(folder, `${name}.signed.pdf`), signed);
}
await writeFile(join(folder, 'certificate.stamped.pdf'), await stampedTwice(office));
