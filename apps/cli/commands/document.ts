import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { DocumentLog } from '../documents/logged-paper.js';
import { type CheckedDocument, checkDocument } from '../documents/check-document.js';
import { checkClaim, type KeySource } from '../documents/check-claim.js';
import { isLocalDate } from '#libs/calendar/edition-faults.js';
import { type LocalDate, localDateOf, systemClock } from '#libs/kernel/time.js';
import { addClaimKey } from '#libs/signatures/claim/claim-keys.js';
import { CliError } from '../cli-error.js';
import { findInLog, keyFolder, trustedRoots } from '../documents/logged-paper.js';
import { print, printJson } from './open-log.js';

interface VerifyOptions {
  readonly json: boolean;
  readonly root: readonly string[];
  readonly log: boolean;
}

export function addDocumentCommands(program: Command): void {
  const document = program.command('document').description('papers that were issued');
  document
    .command('claim <file-or-text>')
    .description(
      'what the second code of a certificate proves without network; from the file, or from the text that was scanned',
    )
    .option('--keys <url-or-file>', 'set of public keys as the agency publishes it (JWKS)')
    .option('--key <file>', 'one public key of the agency (PEM); default: those of the demonstration')
    .option('--json', 'as JSON', false)
    .action(claim);
  document
    .command('next-claim-key')
    .description(
      'another key for the claims of certificates issued from a day on; those before stay published',
    )
    .requiredOption('--from <date>', 'first day, later than today; ISO 8601')
    .action(nextClaimKey);
  document
    .command('verify <file>')
    .description(
      'whether a certificate, decision or letter is what was signed, printed and recorded, and a slip or record what was given out; everything that is wrong is named',
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
  const logged: DocumentLog = log ? findInLog : () => Promise.resolve(undefined);
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

async function claim(
  given: string,
  { json, ...source }: KeySource & { readonly json: boolean },
): Promise<void> {
  const checked = await checkClaim(given, source);
  if (json) printJson(checked);
  else if ('fault' in checked) print(`NOT VALID: ${checked.fault}`);
  else for (const [name, value] of Object.entries(checked)) print(`${name.padEnd(12)} ${String(value)}`);
  if ('fault' in checked) process.exitCode = 1;
}

async function nextClaimKey({ from }: { readonly from: string }): Promise<void> {
  if (!isLocalDate(from) || from <= localDateOf(systemClock.now()))
    throw new CliError(`${from} is no day later than today`);
  await addClaimKey(await keyFolder(), from as LocalDate);
  print(`Certificates issued from ${from} on have a claim signed by the new key.`);
}
