import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { signedAs, signedTwice, type SigningOffice, signingOffice } from '../support/signing-office.js';
import { awaitSignature, completeSignature, WrongSignature } from '#libs/signatures/sign-file.js';
import type { Signer } from '#libs/signatures/signers/signer.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';

let office: SigningOffice;
let paper: Uint8Array;
let signed: Uint8Array;

const expected = ['person', 'organisation'];
const codesOf = (bytes: Uint8Array, roots = [office.root]) =>
  verifyDocument(bytes, { roots, expected }).findings.map(({ code }) => code);

/** What somebody without a key can do to a signed file: an update of their own behind it. */
async function updated(
  bytes: Uint8Array,
  change: (pdf: PDFDocument) => Promise<void> | void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
  await change(pdf);
  return pdf.commit();
}

beforeAll(async () => {
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
  signed = await signedTwice(paper, office);
});

describe('a certificate signed by a person and then by the organisation', () => {
  it('is valid, and each signature says who, when and how much it covers', async () => {
    const { valid, findings, signatures } = verifyDocument(signed, { roots: [office.root], expected });
    expect(findings).toStrictEqual([]);
    expect(valid).toBe(true);
    expect(signatures.map(({ field, signer, claimedAt }) => [field, signer, claimedAt])).toStrictEqual([
      ['person', 'CN=Nguyễn Thị Ong, O=Demonstration, C=VN', '2026-03-11T02:05:00.000Z'],
      ['organisation', 'CN=Sở Nuôi ong, O=Demonstration, C=VN', '2026-03-11T02:06:00.000Z'],
    ]);
    expect(signatures[1]?.coversBytes).toBe(signed.length);
    expect(signatures[0]?.coversBytes).toBeLessThan(signed.length);
  });

  it('begins with the bytes that were prepared, and is made the same again', async () => {
    expect(Buffer.compare(signed.subarray(0, paper.length), paper)).toBe(0);
    expect(Buffer.compare(await signedTwice(paper, office), signed)).toBe(0);
  });

  it('is not one that the organisation sealed before anybody had signed', async () => {
    const sealed = await signedAs('organisation', paper, { office, claimedAt: '2026-03-11T02:05:00.000Z' });
    const turned = await signedAs('person', sealed, { office, claimedAt: '2026-03-11T02:06:00.000Z' });
    expect(codesOf(turned)).toStrictEqual(['signatureMissing', 'signatureMissing']);
  });

  it('may have been written with a table of cross-references too', async () => {
    const pdf = await PDFDocument.load(paper, { updateMetadata: false });
    const table = await pdf.save({ useObjectStreams: false });
    expect(Buffer.from(table).includes('\nxref\n')).toBe(true);
    expect(codesOf(await signedTwice(table, office))).toStrictEqual([]);
  });

  it('is not signed twice in one field', async () => {
    await expect(
      signedAs('person', signed, { office, claimedAt: '2026-03-11T02:07:00.000Z' }),
    ).rejects.toThrow('has a signature person already');
  });
});

describe('what is wrong with a file has its name', () => {
  it('no PDF, no signature, and one signature of two', async () => {
    expect(codesOf(new TextEncoder().encode('no pdf'))).toStrictEqual(['notAPdf']);
    expect(codesOf(paper)).toStrictEqual(['notSigned']);
    const once = await signedAs('person', paper, { office, claimedAt: '2026-03-11T02:05:00.000Z' });
    expect(codesOf(once)).toStrictEqual(['signatureMissing']);
  });

  it('changed content', async () => {
    const changed = Uint8Array.from(signed);
    changed[20_000] = (changed[20_000] ?? 0) ^ 1;
    expect(codesOf(changed)).toContain('contentChanged');
  });

  it('bytes behind the end', async () => {
    expect(codesOf(Buffer.concat([signed, Buffer.from('\n')]))).toStrictEqual(['bytesAppended']);
  });

  it('an update after the last signature that changes a page', async () => {
    const changed = await updated(signed, (pdf) => {
      pdf.getPage(0).node.set(PDFName.of('Rotate'), pdf.context.obj(90));
      pdf.context.snapshot?.markObjForSave(pdf.getPage(0).node);
    });
    expect(codesOf(changed)).toStrictEqual(['bytesAppended', 'changedAfterSigning', 'changedAfterSigning']);
  });

  it('a page changed between the two signatures', async () => {
    const once = await signedAs('person', paper, { office, claimedAt: '2026-03-11T02:05:00.000Z' });
    const changed = await updated(once, (pdf) => {
      const about = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
      about.set(PDFName.of('Title'), PDFString.of('GP gia'));
      pdf.context.snapshot?.markObjForSave(about);
    });
    const twice = await signedAs('organisation', changed, { office, claimedAt: '2026-03-11T02:06:00.000Z' });
    expect(codesOf(twice)).toStrictEqual(['changedAfterSigning']);
  });

  it('facts inside the file that are not those it was made from', async () => {
    const swapped = Buffer.from(paper);
    const pdf = await PDFDocument.load(swapped, { updateMetadata: false });
    const id = pdf.context.obj(['00', '11'].map((half) => PDFString.of(half)));
    pdf.context.trailerInfo.ID = id;
    const forged = await signedTwice(await pdf.save({ useObjectStreams: true }), office);
    expect(codesOf(forged)).toStrictEqual(['attachmentSwapped']);
  });

  it('an unknown authority, a missing intermediate, a certificate that is over or not yet begun', async () => {
    const other = await signingOffice();
    expect(codesOf(signed, [other.root])).toStrictEqual(['issuerMissing', 'issuerMissing']);
    const codesWith = async (peculiar: Parameters<typeof signingOffice>[0]) => {
      const odd = await signingOffice(peculiar);
      return codesOf(await signedTwice(paper, odd), [odd.root]);
    };
    expect(await codesWith({ intermediates: [] })).toStrictEqual(['issuerMissing', 'issuerMissing']);
    expect(await codesWith({ notAfter: '2026-03-01' })).toStrictEqual([
      'certificateExpired',
      'certificateExpired',
    ]);
    expect(await codesWith({ notBefore: '2026-04-01' })).toStrictEqual([
      'certificateNotYetValid',
      'certificateNotYetValid',
    ]);
  });

  it('a certificate that came along and belongs to nobody who signed', async () => {
    const stranger = (await signingOffice()).intermediate;
    const odd = await signingOffice();
    const signer: Signer = {
      ...odd.signer,
      async describe(who) {
        const by = await odd.signer.describe(who);
        return { ...by, chain: [...by.chain, stranger] };
      },
    };
    const carried = await signedTwice(paper, { ...odd, signer });
    expect(codesOf(carried, [odd.root])).toStrictEqual(['strangeCertificate', 'strangeCertificate']);
  });

  it('a digit of the signature, and what fills its room', async () => {
    const text = Buffer.from(signed);
    const start = text.indexOf('/Contents <') + '/Contents <'.length;
    const padded = Uint8Array.from(signed);
    padded[start + 23_990] = '7'.charCodeAt(0);
    expect(codesOf(padded)).toContain('paddingChanged');
    // Went unnoticed once: the same number, written otherwise.
    const letter = text.indexOf('a', start);
    const recased = Uint8Array.from(signed);
    recased[letter] = 'A'.charCodeAt(0);
    expect(codesOf(recased)).toContain('rangeBroken');
  });
});

describe('a signature that a service gives', () => {
  it('never gets into the file when it is not over the file, or by another key', async () => {
    const reference = { role: 'person', id: 'person', name: 'x' } as const;
    const by = await office.signer.describe(reference);
    const details = { field: 'person', name: 'x', reason: 'x', claimedAt: '2026-03-11T02:05:00.000Z' };
    const awaited = awaitSignature(paper, details, by);
    await expect(completeSignature(awaited, { value: new Uint8Array(384), by })).rejects.toThrow(
      WrongSignature,
    );
    const { signer } = await signingOffice();
    const other = await signer.describe(reference);
    const { hash, certificate } = awaited;
    const request = { idempotencyKey: 'x', signer: reference, hash, certificate, display: 'x' };
    const state = await signer.poll(await signer.start(request));
    const value = 'signature' in state ? state.signature : new Uint8Array();
    await expect(completeSignature(awaited, { value, by: other })).rejects.toThrow(WrongSignature);
  });
});
