import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { DocumentLog } from '../documents/logged-certificate.js';
import { type CheckedDocument, checkDocument } from '../documents/check-document.js';
import { CliError } from '../cli-error.js';
import { findLoggedCertificates, trustedRoots } from '../documents/logged-certificate.js';
import { print, printJson } from './open-log.js';

interface VerifyOptions {
  readonly json: boolean;
  readonly root: readonly string[];
  readonly log: boolean;
}

export function addDocumentCommands(program: Command): void {
  program
    .command('document')
    .description('papers that were issued')
    .command('verify <file>')
    .description(
      'whether a certificate is what was signed, printed and recorded; everything that is wrong is named',
    )
    .option(
      '--root <file...>',
      'certificates of believed roots, DER or PEM; default: that of the demonstration',
      [],
    )
    .option('--no-log', 'do not ask the log of the running instance')
    .option('--json', 'as JSON', false)
    .action(verify);
}

async function verify(file: string, { json, root, log }: VerifyOptions): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new CliError(`There is no file ${file} that can be read`);
  });
  const logged: DocumentLog = log ? findLoggedCertificates : () => Promise.resolve(undefined);
  const checked = await checkDocument(bytes, { roots: await trustedRoots(root), logged });
  if (json) printJson(checked);
  else for (const line of linesOf(file, checked)) print(line);
  if (!checked.valid) process.exitCode = 1;
}

function linesOf(
  file: string,
  { valid, digest, signatures, findings, printed, log }: CheckedDocument,
): string[] {
  return [
    `${file}: ${valid ? 'valid' : 'NOT VALID'}`,
    `sha256   ${digest}`,
    ...signatures.map(
      ({ field, signer, claimedAt, coversBytes, timeStamped }) =>
        `${field}: ${signer}; ${claimedAt}${timeStamped ? ', time-stamped' : ' (claimed)'}; bytes 0–${coversBytes}`,
    ),
    `printed  ${printed}`,
    `log      ${log}`,
    ...findings.map(({ code, signature, detail }) =>
      ['fault   ', code, signature && `in ${signature}`, detail && `(${detail})`].filter(Boolean).join(' '),
    ),
  ];
}
