import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { signedAs, signedTwice, type SigningOffice, signingOffice } from '../support/signing-office.js';
import { keyedFromText, TestAuthority } from '#libs/signatures/certificates/test-authority.js';
import { attribute, oids, sha256, signedAttributes, toBeSigned } from '#libs/signatures/cms/attributes.js';
import { encodeSignedData } from '#libs/signatures/cms/signed-data.js';
import { prepareSignature, withSignature } from '#libs/signatures/pdf/room.js';
import { localSigner } from '#libs/signatures/signers/local-signer.js';
import { algorithmOf, signHash } from '#libs/signatures/signers/sign-hash.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';

let office: SigningOffice;
let paper: Uint8Array;

const claimedAt = '2026-03-11T02:05:00.000Z';
const codesOf = (bytes: Uint8Array, roots = [office.root]) =>
  verifyDocument(bytes, { roots }).findings.map(({ code }) => code);

beforeAll(async () => {
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
});

/** Signed by the person's key, whatever the attributes say. */
async function signedOver(attributesOf: (digest: Uint8Array) => ReturnType<typeof signedAttributes>) {
  const file = prepareSignature(paper, { field: 'person', name: 'x', reason: 'x', claimedAt });
  const attributes = attributesOf(file.digest);
  const { certificate, key } = office.keys.person;
  const value = signHash(sha256(toBeSigned(attributes)), key);
  const chain = [certificate, office.intermediate];
  return withSignature(file, encodeSignedData({ attributes, algorithm: algorithmOf(key), value, chain }));
}

describe('a signature that nobody else would name so', () => {
  it('is right when nothing is wrong with it', async () => {
    const { certificate } = office.keys.person;
    expect(codesOf(await signedOver((digest) => signedAttributes(digest, certificate)))).toStrictEqual([]);
  });

  it('bound to another certificate than the one it came with', async () => {
    const { certificate } = office.keys.organisation;
    expect(codesOf(await signedOver((digest) => signedAttributes(digest, certificate)))).toStrictEqual([
      'otherCertificate',
    ]);
  });

  it('with a signing time of its own, which PAdES forbids', async () => {
    const utcTime = Uint8Array.from([0x17, 13, ...Buffer.from('260311020500Z')]);
    const forged = await signedOver((digest) => [
      ...signedAttributes(digest, office.keys.person.certificate),
      attribute(oids.signingTime, utcTime),
    ]);
    expect(codesOf(forged)).toStrictEqual(['notPades']);
  });

  it('whose authority came along, root and all, and is not believed: that is no missing issuer', async () => {
    const { signer } = office;
    const describeAll: typeof signer.describe = async (who) => {
      const by = await signer.describe(who);
      return { ...by, chain: [...by.chain, office.root] };
    };
    const signed = await signedTwice(paper, { ...office, signer: { ...signer, describe: describeAll } });
    expect(codesOf(signed)).toStrictEqual([]);
    const other = await signingOffice();
    expect(codesOf(signed, [other.root])).toStrictEqual(['untrustedRoot', 'untrustedRoot']);
  });

  it('made with the key of an authority, which certifies and signs no papers', async () => {
    const authority = await TestAuthority.make({
      notBefore: new Date('2020-01-01'),
      notAfter: new Date('2040-01-01'),
    });
    const [, certificate, key] = (await authority.toText()).split('\n');
    const keyed = keyedFromText([certificate, key].join('\n'));
    const signer = localSigner(() => Promise.resolve({ ...keyed, name: 'x', intermediates: [] }));
    const signed = await signedAs('person', paper, { office: { ...office, signer }, claimedAt });
    expect(codesOf(signed, [authority.rootCertificate])).toStrictEqual(['notForSigning']);
  });
});

describe('the facts inside a file', () => {
  it('put in the place of others before it was signed, are named, though every signature holds', async () => {
    const pdf = await PDFDocument.load(paper, { updateMetadata: false });
    const embedded = pdf.context
      .enumerateIndirectObjects()
      .find(
        ([, object]) =>
          object instanceof PDFRawStream &&
          object.dict.lookup(PDFName.of('Type')) === PDFName.of('EmbeddedFile'),
      );
    if (!embedded) throw new Error('The certificate carries no facts');
    const [ref, { dict }] = embedded as [PDFRef, PDFRawStream];
    dict.delete(PDFName.of('Filter'));
    pdf.context.assign(ref, PDFRawStream.of(dict, Buffer.from('{"licence":"forged"}')));
    const forged = await signedTwice(await pdf.save(), office);
    const { findings, signatures, attachments } = verifyDocument(forged, { roots: [office.root] });
    expect(findings.map(({ code }) => code)).toStrictEqual(['attachmentSwapped']);
    expect(attachments.map(({ bytes }) => Buffer.from(bytes).toString())).toStrictEqual([
      '{"licence":"forged"}',
    ]);
    expect(signatures).toHaveLength(2);
  });
});
