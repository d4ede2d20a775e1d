import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Keep } from '#libs/signatures/signers/demonstration-signer.js';
import { timeStampAuthority, TimeStampMissing } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { fileOf, toBeSigned } from '../support/signed-file.js';
import { type SigningOffice, signingOffice } from '../support/signing-office.js';
import { TimeStampAuthority } from '../support/time-stamp-authority.js';
import { signedPaper } from '../../activities/sign-paper.js';

const given = {
  ...toBeSigned,
  // After the certificates have ended: only a time stamp shows that they were in force.
  claimedAt: '2035-03-11T02:05:00.000Z',
};

let office: SigningOffice;
let paper: Uint8Array;
let authority: TimeStampAuthority;
let kept: Map<string, string>;

beforeAll(async () => {
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
});
beforeEach(async () => {
  kept = new Map();
  authority = await new TimeStampAuthority(office, '2026-03-11T02:06:00.000Z').open();
});
afterEach(() => authority.close());

const keep: Keep = async (name, make) => {
  const text = kept.get(name) ?? (await make());
  kept.set(name, text);
  return text;
};
const sign = () =>
  signedPaper({ signer: office.signer, timeStamper: timeStampAuthority(authority.url, keep) }, paper, given);

describe('a certificate whose signatures are time-stamped', () => {
  it('is judged at the time of the stamp, and made anew it carries the same stamps', async () => {
    const signed = await sign();
    const trust = { roots: [office.root], expected: ['person', 'organisation'] };
    const { findings, signatures } = verifyDocument(fileOf(signed), trust);
    expect(findings).toStrictEqual([]);
    expect(signatures.map(({ timeStamped }) => timeStamped)).toStrictEqual([true, true]);
    expect(await sign()).toStrictEqual(signed);
    expect(authority.asked).toBe(2);
  });

  it('is worth nothing when the authority’s certificate is not for time stamps alone, or came late', async () => {
    const trust = { roots: [office.root] };
    authority.behaviour.key = office.keys.organisation;
    const signed = await sign();
    const { findings } = verifyDocument(fileOf(signed), trust);
    // Without a stamp that is believed, the claimed moment counts again.
    expect(findings.map(({ code }) => code)).toStrictEqual([
      'notForTimeStamping',
      'certificateExpired',
      'notForTimeStamping',
      'certificateExpired',
    ]);
    const late = await new TimeStampAuthority(office, '2035-03-11T02:06:00.000Z').open();
    kept.clear();
    authority.behaviour.key = office.timeStamping;
    const timeStamper = timeStampAuthority(late.url, keep);
    const stamped = await signedPaper({ signer: office.signer, timeStamper }, paper, given);
    await late.close();
    const codes = verifyDocument(fileOf(stamped), trust).findings.map(({ code }) => code);
    expect(new Set(codes)).toStrictEqual(new Set(['timeStampUntrusted', 'certificateExpired']));
  });

  it('is not issued without them: an authority that is away, stamps something else or repeats an old answer is asked again', async () => {
    authority.behaviour.stampsOther = true;
    await expect(sign()).rejects.toThrow(TimeStampMissing);
    authority.behaviour.stampsOther = false;
    authority.behaviour.repeats = true;
    await expect(sign()).rejects.toThrow(TimeStampMissing);
    expect(kept.size).toBe(0);
    await authority.close();
    await expect(sign()).rejects.toThrow(TimeStampMissing);
    expect(kept.size).toBe(0);
  });
});
