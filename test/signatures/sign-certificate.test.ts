import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Signer, SigningRequest, SigningState } from '#libs/signatures/signers/signer.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { fileOf, toBeSigned } from '../support/signed-file.js';
import { type SigningOffice, signingOffice } from '../support/signing-office.js';
import { signedPaper } from '../../activities/sign-paper.js';

const given = toBeSigned;

/** A service that signs once for each key, after as many questions as it is told, and remembers what it was asked. */
class SlowService implements Signer {
  readonly asked = new Map<string, SigningRequest>();
  private readonly answers = new Map<string, SigningState>();
  signed = 0;

  constructor(
    private readonly office: SigningOffice,
    private patience: number,
    private readonly verdict?: SigningState,
  ) {}

  describe = (who: Parameters<Signer['describe']>[0]) => this.office.signer.describe(who);

  start(request: SigningRequest): Promise<string> {
    if (!this.asked.has(request.idempotencyKey)) this.asked.set(request.idempotencyKey, request);
    return Promise.resolve(request.idempotencyKey);
  }

  async poll(transaction: string): Promise<SigningState> {
    this.patience -= 1;
    if (this.patience >= 0) return { state: 'pending' };
    const known = this.answers.get(transaction) ?? (await this.sign(transaction));
    this.answers.set(transaction, known);
    return known;
  }

  private async sign(transaction: string): Promise<SigningState> {
    const request = this.asked.get(transaction);
    if (this.verdict || !request) return this.verdict ?? { state: 'expired', reason: 'unknown' };
    this.signed += 1;
    return this.office.signer.poll(await this.office.signer.start(request));
  }
}

let office: SigningOffice;
let paper: Uint8Array;

beforeAll(async () => {
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
});

describe('the signing of a certificate', () => {
  it('waits for whoever takes time, and nobody is asked twice', async () => {
    const service = new SlowService(office, 2);
    const awaited = { awaited: { role: 'person', signer: 'director', attempt: 1 } };
    expect(await signedPaper({ signer: service }, paper, given)).toStrictEqual(awaited);
    expect(await signedPaper({ signer: service }, paper, given)).toStrictEqual(awaited);
    const signed = await signedPaper({ signer: service }, paper, given);
    expect(
      ('signatures' in signed ? signed.signatures : []).map(({ role, signer }) => [role, signer]),
    ).toStrictEqual([
      ['person', 'director'],
      ['organisation', 'H99.10'],
    ]);
    expect([service.asked.size, service.signed]).toStrictEqual([2, 2]);
    const trust = { roots: [office.root], expected: ['person', 'organisation'] };
    expect(verifyDocument(fileOf(signed), trust)).toMatchObject({ valid: true });
  });

  it('done again after a kill, gives the same file by the same two signatures', async () => {
    const service = new SlowService(office, 0);
    const first = await signedPaper({ signer: service }, paper, given);
    const again = await signedPaper({ signer: service }, paper, given);
    expect(again).toStrictEqual(first);
    expect([service.asked.size, service.signed]).toStrictEqual([2, 2]);
  });

  it.each(['rejected', 'expired'] as const)(
    'that is %s issues nothing and says who and why',
    async (state) => {
      const service = new SlowService(office, 0, { state, reason: 'not this text' });
      await expect(signedPaper({ signer: service }, paper, given)).rejects.toThrow(
        `The signature of the person director was ${state}: not this text`,
      );
    },
  );

  it('is refused of whoever signed before with the same certificate', async () => {
    const service = new SlowService(office, 0);
    service.describe = () =>
      office.signer.describe({ role: 'person', id: 'director', name: 'Nguyễn Thị Ong' });
    await expect(signedPaper({ signer: service }, paper, given)).rejects.toThrow(
      'The signature of the organisation H99.10 was rejected',
    );
    expect(service.asked.size).toBe(1);
  });

  it('begins anew when the certificate changed before the signature came', async () => {
    const service = new SlowService(office, 1);
    expect(await signedPaper({ signer: service }, paper, given)).toHaveProperty('awaited');
    const renewed = await signingOffice();
    service.describe = (who) => renewed.signer.describe(who);
    await expect(signedPaper({ signer: service }, paper, given)).rejects.toThrow('not one over this file');
    // Under the new certificate, and once more for these very bytes: what it signs is of neither.
    expect(service.asked.size).toBe(3);
    await expect(signedPaper({ signer: service }, paper, given)).rejects.toThrow('not one over this file');
    expect(service.asked.size).toBe(3);
  });
});
