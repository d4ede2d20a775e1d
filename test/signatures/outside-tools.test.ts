import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { signedTwice, signingOffice } from '../support/signing-office.js';

const run = promisify(execFile);

let folder: string;

beforeAll(async () => {
  folder = await makeTestFolder();
  const office = await signingOffice();
  const paper = await readFile('test/documents/golden/certificate.pdf');
  await writeFile(join(folder, 'signed.pdf'), await signedTwice(paper, office));
  const pdf = await PDFDocument.load(paper, { updateMetadata: false });
  const table = await pdf.save({ useObjectStreams: false });
  await writeFile(join(folder, 'signed-table.pdf'), await signedTwice(table, office));
  await writeFile(join(folder, 'root.pem'), new X509Certificate(office.root).toString());
});

afterAll(() => removeTestFolder(folder));

/** Programs of others that judge our signatures; where one is not on the machine, its test says so and asks nothing. */
async function isThere(program: string, ...args: string[]): Promise<boolean> {
  try {
    await run(program, args);
    return true;
  } catch {
    process.stdout.write(`skipped: ${program} is not on this machine\n`);
    return false;
  }
}

describe('a certificate signed twice', () => {
  it('is accepted by OpenSSL as CAdES, each signature over its own part of the file', async () => {
    if (!(await isThere('openssl', 'version'))) return;
    const signed = await readFile(join(folder, 'signed.pdf'));
    const ranges = [...signed.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/gu)];
    expect(ranges).toHaveLength(2);
    for (const [, from, to, length] of ranges) {
      const covered = [
        signed.subarray(0, Number(from)),
        signed.subarray(Number(to), Number(to) + Number(length)),
      ];
      await writeFile(join(folder, 'covered'), Buffer.concat(covered));
      const hex = signed.subarray(Number(from) + 1, Number(to) - 1).toString('latin1');
      await writeFile(join(folder, 'signature'), Buffer.from(hex, 'hex'));
      const inputs = ['-in', join(folder, 'signature'), '-content', join(folder, 'covered')];
      const trust = ['-CAfile', join(folder, 'root.pem'), '-purpose', 'any', '-attime', '1773194700'];
      const options = ['-cades', '-binary', '-inform', 'DER', '-out', join(folder, 'out')];
      const { stderr } = await run('openssl', ['cms', '-verify', ...options, ...inputs, ...trust]);
      expect(stderr).toContain('CAdES Verification successful');
    }
  });

  it.each(['signed', 'signed-table'])('is accepted by poppler (%s)', async (name) => {
    if (!(await isThere('pdfsig', '-v'))) return;
    const { stdout } = await run('pdfsig', [join(folder, `${name}.pdf`)]);
    expect(stdout.match(/Signature is Valid/gu)).toHaveLength(2);
    expect(stdout.match(/ETSI\.CAdES\.detached/gu)).toHaveLength(2);
    expect(stdout.trimEnd().split('Signature #2:')[1]).toContain('- Total document signed');
  });

  it.each(['signed', 'signed-table'])(
    'has cross-references that qpdf finds nothing wrong with (%s)',
    async (name) => {
      if (!(await isThere('qpdf', '--version'))) return;
      const { stdout } = await run('qpdf', ['--check', join(folder, `${name}.pdf`)]);
      expect(stdout).toContain('No syntax or stream encoding errors found');
    },
  );
});
