import { mkdir, writeFile } from 'node:fs/promises';
import { renderCertificate } from '#libs/documents/certificate.js';
import { renderDenialLetter } from '#libs/documents/denial-letter.js';
import type { SlipKind } from '#libs/documents/slips.js';
import { renderSlip } from '#libs/documents/slips.js';
import { denialFacts } from './denial-facts.js';
import { certificateFacts } from './facts.js';
import { slipFacts } from './slip-facts.js';

/** Run after a template has got a new version, and look at what it wrote before it is kept. */
const folder = new URL('golden/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('certificate.pdf', folder), (await renderCertificate(certificateFacts())).bytes);
await writeFile(new URL('denial-letter.pdf', folder), (await renderDenialLetter(denialFacts)).bytes);
for (const kind of Object.keys(slipFacts) as SlipKind[]) {
  await writeFile(new URL(`${kind}.pdf`, folder), (await renderSlip(kind, slipFacts[kind])).bytes);
}
