import { readFile } from 'node:fs/promises';
import { awaitSignature, completeSignature } from '#libs/signatures/sign-file.js';
import { encodeSignedData } from '#libs/signatures/cms/signed-data.js';
import { prepareSignature } from '#libs/signatures/pdf/room.js';
import { signedTwice, signingOffice } from '../support/signing-office.js';
const office = await signingOffice();
const paper = await readFile('test/documents/golden/certificate.pdf');
const cpu = async (name: string, f: () => Promise<unknown>, n = 40) => {
  for (let i = 0; i < n; i++) await f();
  const b = process.cpuUsage();
  for (let i = 0; i < n; i++) await f();
  const u = process.cpuUsage(b);
  console.log(name, ((u.user + u.system) / 1000 / n).toFixed(2), 'ms');
};
await cpu('signedTwice', () => signedTwice(paper, office));
await cpu('prepare', () => prepareSignature(paper, { field: 'person', name: 'x', reason: 'y', claimedAt: '2026-01-01T00:00:00Z' }));
