import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { checkDocument } from '../../apps/cli/documents/check-document.js';
import { signedTwice, type SigningOffice, signingOffice } from '../support/signing-office.js';
import { withUpdate } from './raw-update.js';

let office: SigningOffice;
let paper: Uint8Array;
beforeAll(async () => {
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
});

const checked = (bytes: Uint8Array, digests?: readonly string[]) =>
  checkDocument(bytes, {
    roots: [office.root],
    logged: (digest) => Promise.resolve(digests && (digests.includes(digest) ? 'issued' : 'unknown')),
  });
const codesOf = async (bytes: Uint8Array) => (await checked(bytes)).findings.map(({ code }) => code);

/** The golden certificate with other facts in it, signed by those who must. */
function carrying(facts: string): Promise<Uint8Array> {
  const dict = '/Type /EmbeddedFile /Subtype /application#2Fjson';
  const stream = `<< ${dict} /Length ${facts.length} >>\nstream\n${facts}\nendstream`;
  return signedTwice(withUpdate(paper, { objects: { 91: stream } }), office);
}

/** JSON of as many bytes as characters. */
function ascii(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

describe('a certificate that is checked', () => {
  it('is what was signed, printed and recorded', async () => {
    const { valid, printed, log, digest } = await checked(await signedTwice(paper, office));
    expect({ valid, printed, log }).toStrictEqual({ valid: true, printed: 'as attached', log: 'not asked' });
    const again = await checked(await signedTwice(paper, office), [digest]);
    expect([again.valid, again.log]).toStrictEqual([true, 'as recorded']);
    expect((await checked(await signedTwice(paper, office), [])).findings).toStrictEqual([
      { code: 'notInLog' },
    ]);
  });

  it.each([
    'null',
    '7',
    '[]',
    '{}',
    'no JSON',
    '{"template":null,"facts":null}',
    '{"template":{"id":"x","version":"1","hash":{}},"facts":{"dossierCode":"x"}}',
    '{"template":{"id":"x","version":"1","hash":"0"},"facts":{"dossierCode":7}}',
    '{"template":{"id":"x","version":"1","hash":"0"},"facts":{"dossierCode":"x","claim":[]}}',
  ])('with %s for its facts, by somebody whose signature is believed, has none', async (facts) => {
    expect(await codesOf(await carrying(facts))).toStrictEqual(['attachmentSwapped', 'factsMissing']);
  });

  it('with the facts of no template there is, is named too', async () => {
    const facts = '{"template":{"id":"x","version":"1","hash":"0"},"facts":{"dossierCode":"x","holder":{}}}';
    expect(await codesOf(await carrying(facts))).toStrictEqual(['attachmentSwapped']);
  });

  it('of an older version of its template cannot be drawn again: nothing is said against what is printed', async () => {
    const [attached] = (await PDFDocument.load(paper, { updateMetadata: false })).getAttachments();
    const { template, facts } = JSON.parse(new TextDecoder().decode(attached?.data)) as {
      readonly template: { readonly version: string };
      readonly facts: object;
    };
    const older = { ...template, version: String(Number(template.version) - 1), hash: '0'.repeat(64) };
    const other = { ...facts, place: 'Lai Châu' };
    const now = await checked(await carrying(ascii({ template, facts: other })));
    expect(now.printed).toBe('other than attached');
    expect(now.findings.map(({ code }) => code)).toStrictEqual(['attachmentSwapped', 'printedOtherwise']);
    const before = await checked(await carrying(ascii({ template: older, facts: other })));
    expect(before.printed).toBe('template not known here');
    expect(before.findings.map(({ code }) => code)).toStrictEqual(['attachmentSwapped']);
  });

  it('that cannot be read says why, and nothing beside', async () => {
    expect(await codesOf(paper.subarray(0, 20_000))).toStrictEqual(['fileBroken']);
  });
});

describe('another paper that is checked', () => {
  const golden = (name: string) => readFile(`test/documents/golden/${name}.pdf`);

  it.each([
    ['suspension', 'as attached'],
    ['lifting', 'as attached'],
    ['amendment', 'as attached'],
    ['denial-letter', 'nothing attached'],
    ['demand', 'nothing attached'],
    ['forwarding-letter', 'nothing attached'],
  ])('%s: %s', async (name, printed) => {
    const signed = await signedTwice(await golden(name), office);
    expect(await checked(signed)).toMatchObject({ valid: true, findings: [], printed });
  });

  it('a slip, which nobody signs, is the one that was given out or it is not valid', async () => {
    const slip = await golden('receipt');
    const knownAs = (known: 'givenOut' | 'unknown') =>
      checkDocument(slip, { roots: [office.root], logged: () => Promise.resolve(known) });
    expect(await knownAs('givenOut')).toMatchObject({ valid: true, findings: [], log: 'as given out' });
    expect(await knownAs('unknown')).toMatchObject({
      valid: false,
      findings: [{ code: 'notSigned' }, { code: 'notInLog' }],
    });
  });
});
