import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { remoteSigner } from '#libs/signatures/signers/remote-signer.js';
import { SignerUnreachable } from '#libs/signatures/signers/signer.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { fileOf, toBeSigned } from '../support/signed-file.js';
import { type SigningOffice, signingOffice } from '../support/signing-office.js';
import { SigningService } from '../support/signing-service.js';
import { type AskedSigner, signedPaper } from '../../activities/sign-paper.js';

const [director, organisation] = toBeSigned.signers as [AskedSigner, AskedSigner];
/** An id that must be escaped in an address. */
const person = { ...director, id: 'officer/1 ă' };
const given = { ...toBeSigned, signers: [person, organisation] };

let office: SigningOffice;
let paper: Uint8Array;
let service: SigningService;

beforeAll(async () => {
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
});
beforeEach(async () => {
  service = await new SigningService(office).open();
});
afterEach(() => service.close());

const sign = () =>
  signedPaper(
    {
      signer: remoteSigner({
        url: service.url,
        token: 'secret',
        callbackUrl: 'https://office.example/signing/callbacks',
      }),
    },
    paper,
    given,
  );

describe('a service that signs over HTTP', () => {
  it('is asked until it has signed, once for each signer, with its token', async () => {
    service.behaviour.patience = 1;
    expect(await sign()).toMatchObject({ awaited: { role: 'person', signer: 'officer/1 ă', attempt: 1 } });
    expect(await sign()).toMatchObject({ awaited: { role: 'organisation', signer: 'H99.10', attempt: 1 } });
    const signed = await sign();
    const trust = { roots: [office.root], expected: ['person', 'organisation'] };
    expect(verifyDocument(fileOf(signed), trust)).toMatchObject({ valid: true });
    expect([...service.transactions.values()].map(({ signer }) => ({ ...signer, attempt: 1 }))).toStrictEqual(
      given.signers,
    );
    expect([...service.tokens]).toStrictEqual(['Bearer secret']);
    expect([...service.transactions.values()].map(({ callback }) => callback)).toStrictEqual(
      ['person', 'organisation'].map((role) => ({
        url: 'https://office.example/signing/callbacks',
        dossierId: 'dossier-1',
        role,
        attempt: 1,
      })),
    );
  });

  it.each(['rejected', 'expired'] as const)(
    'that has it %s is asked no more, and once more under another key when somebody asks again; who signed is not',
    async (state) => {
      service.behaviour.verdict = { state, reason: 'not this text' };
      service.behaviour.verdictOf = 'organisation';
      const refused = { role: 'organisation', signer: 'H99.10', attempt: 1, reason: state };
      await expect(sign()).rejects.toMatchObject({ refused: { ...refused, explanation: 'not this text' } });
      await expect(sign()).rejects.toMatchObject({ refused });
      expect(service.transactions.size).toBe(2);
      delete service.behaviour.verdict;
      const again = { ...given, signers: [person, { ...organisation, attempt: 2 }] };
      const signed = await signedPaper({ signer: remoteSigner({ url: service.url }) }, paper, again);
      const trust = { roots: [office.root], expected: ['person', 'organisation'] };
      expect(verifyDocument(fileOf(signed), trust)).toMatchObject({ valid: true });
      expect([...service.transactions.values()].map(({ signer }) => signer.role)).toStrictEqual([
        'person',
        'organisation',
        'organisation',
      ]);
    },
  );

  it('that signed what an earlier release had drawn is asked again for what is drawn now, of each signer once', async () => {
    service.behaviour.patience = 1;
    expect(await sign()).toMatchObject({ awaited: { role: 'person' } });
    const former = paper;
    paper = await readFile('test/documents/golden/extension.pdf');
    expect(await sign()).toMatchObject({ awaited: { role: 'person', attempt: 1 } });
    expect(await sign()).toMatchObject({ awaited: { role: 'organisation' } });
    const signed = await sign();
    const trust = { roots: [office.root], expected: ['person', 'organisation'] };
    expect(verifyDocument(fileOf(signed), trust)).toMatchObject({ valid: true });
    const hashes = [...service.transactions.values()].map(({ signer: { role }, hash }) => `${role} ${hash}`);
    expect(hashes.map((text) => text.split(' ')[0])).toStrictEqual(['person', 'person', 'organisation']);
    expect(new Set(hashes).size).toBe(3);
    paper = former;
  });

  it('whose answer was lost is asked again with the same key, and signs once', async () => {
    const signer = remoteSigner({ url: service.url });
    const hash = new Uint8Array(32);
    const request = { idempotencyKey: 'k1', signer: person, hash, certificate: hash, display: 'k1' };
    service.behaviour.loses = 1;
    await expect(signer.start(request)).rejects.toThrow(SignerUnreachable);
    expect(service.transactions.size).toBe(1);
    expect(await signer.start(request)).toBe('k1');
    expect(service.transactions.size).toBe(1);
  });

  it('that is away, or takes the question and says nothing, is unreachable: asking again is right', async () => {
    service.behaviour.silent = true;
    const impatient = remoteSigner({ url: service.url }, 50);
    await expect(signedPaper({ signer: impatient }, paper, given)).rejects.toThrow(SignerUnreachable);
    await service.close();
    await expect(sign()).rejects.toThrow(SignerUnreachable);
  });

  it('that does not know the transaction, or gives something else, issues nothing', async () => {
    const signer = remoteSigner({ url: service.url });
    await expect(signer.poll('unknown')).rejects.toThrow('answered 404');
    const other = remoteSigner({ url: `${service.url}/signers/person` }).poll('x');
    await expect(other).rejects.toThrow(SignerUnreachable);
    await expect(other).rejects.toThrow('cannot be used: state');
  });

  it('was once never asked about a paper with letters in its number that no header takes: each has a key of its own', async () => {
    const numbered = [
      'issueDocument l-1 suspension-1 01/QĐ-SVHTTDL',
      'issueDocument l-1 suspension-1 01/QD-SVHTTDL',
    ];
    const keyed = numbered.map((key) => ({ ...given, key }));
    for (const one of keyed) {
      const signed = await signedPaper({ signer: remoteSigner({ url: service.url }) }, paper, one);
      const trust = { roots: [office.root], expected: ['person', 'organisation'] };
      expect(verifyDocument(fileOf(signed), trust)).toMatchObject({ valid: true });
    }
    expect([...service.transactions].map(([, { signer }]) => signer.role)).toStrictEqual([
      'person',
      'organisation',
      'person',
      'organisation',
    ]);
  });
});
