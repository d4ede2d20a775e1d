import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { signedAs, signedTwice, type SigningOffice, signingOffice } from '../support/signing-office.js';
import { withUpdate, type RawUpdate, replaced, written } from './raw-update.js';

/** Objects of the golden certificate. */
const [CATALOG, INFO, PAGE, CONTENT, LAST_PAGE, FACTS, NEW, MORE] = [2, 3, 11, 13, 40, 91, 300, 301];

let office: SigningOffice;
let once: Uint8Array;
let twice: Uint8Array;

beforeAll(async () => {
  office = await signingOffice();
  const paper = await readFile('test/documents/golden/certificate.pdf');
  once = await signedAs('person', paper, { office, claimedAt: '2026-03-11T02:05:00.000Z' });
  twice = await signedTwice(paper, office);
});

const trust = () => ({ roots: [office.root], expected: ['person', 'organisation'] });
const findingsOf = (bytes: Uint8Array) => verifyDocument(bytes, trust()).findings;
const codesOf = (bytes: Uint8Array) => findingsOf(bytes).map(({ code }) => code);

const annotation =
  '<< /Type /Annot /Subtype /FreeText /Rect [50 50 500 90] /DA (/F1 20 Tf) /Contents (99/GP) >>';
const text = '<< /Length 20 >>\nstream\nBT (99/GP-TT) Tj ET  \nendstream';

/** What somebody could put between the two signatures, or behind them; all of it leaves every signed byte as it was. */
const changes: Readonly<Record<string, (bytes: Uint8Array) => RawUpdate>> = {
  'the content of a page': () => ({ objects: { [CONTENT]: text } }),
  'a page that shows something else': (bytes) => ({
    objects: {
      [PAGE]: written(bytes, PAGE).replace(/\/Contents \[[^\]]*\]/u, '/Contents [300 0 R]'),
      [NEW]: text,
    },
  }),
  'a note on a page': (bytes) => ({
    objects: { [PAGE]: written(bytes, PAGE).replace(/>>$/u, '/Annots [300 0 R] >>'), [NEW]: annotation },
  }),
  // Went unnoticed once: the list of annotations was not looked into.
  'a note that is written into the list of notes': (bytes) => ({
    objects: { [LAST_PAGE]: written(bytes, LAST_PAGE).replace('/Annots [', `/Annots [ ${annotation}`) },
  }),
  // Went unnoticed once: what looks like a signature somewhere was taken for one.
  'a note that says it is a signature': (bytes) => ({
    objects: {
      [LAST_PAGE]: written(bytes, LAST_PAGE).replace('/Annots [', '/Annots [ 300 0 R'),
      [NEW]: annotation.replace('>>', '/X << /Type /Sig /ByteRange [0 1 2 3] >> >>'),
    },
  }),
  'a field to be filled in, written into the form': (bytes) => ({
    objects: {
      [CATALOG]: written(bytes, CATALOG).replace('/Fields [', '/Fields [ << /FT /Tx /T (x) /V (99/GP) >>'),
    },
  }),
  'a form that programs draw anew': (bytes) => ({
    objects: { [CATALOG]: written(bytes, CATALOG).replace('/SigFlags', '/NeedAppearances true /SigFlags') },
  }),
  'another form altogether': (bytes) => ({
    objects: {
      [CATALOG]: written(bytes, CATALOG).replace('/SigFlags', '/XFA 300 0 R /SigFlags'),
      [NEW]: text,
    },
  }),
  'the signature’s field taken out of the form': (bytes) => ({
    objects: { [CATALOG]: written(bytes, CATALOG).replace(/\/Fields \[[^\]]*\]/u, '/Fields []') },
  }),
  'the facts that are attached': () => ({
    objects: {
      [FACTS]: '<< /Type /EmbeddedFile /Subtype /application#2Fjson /Length 2 >>\nstream\n{}\nendstream',
    },
  }),
  'one more attachment': () => ({
    objects: { [NEW]: '<< /Type /EmbeddedFile /Subtype /text#2Fplain /Length 2 >>\nstream\n{}\nendstream' },
  }),
  // Went unnoticed once: trailers were not compared.
  'another catalog': (bytes) => ({
    objects: { [NEW]: written(bytes, CATALOG) },
    trailer: { Root: '300 0 R' },
  }),
  'a catalog that was there all the time': () => ({ objects: {}, trailer: { Root: '1 0 R' } }),
  'who made the file': () => ({ objects: { [INFO]: '<< /Title (99/GP) >>' } }),
  'the identifier of the file': () => ({ objects: {}, trailer: { ID: '[<00> <00>]' } }),
  'a script that runs when it is opened': (bytes) => ({
    objects: {
      [CATALOG]: written(bytes, CATALOG).replace('/Lang', '/OpenAction 300 0 R /Lang'),
      [NEW]: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
    },
  }),
  'a field whose value can be seen': (bytes) => ({
    objects: {
      [LAST_PAGE]: written(bytes, LAST_PAGE).replace('/Annots [', '/Annots [ 300 0 R'),
      [CATALOG]: written(bytes, CATALOG).replace('/Fields [', '/Fields [ 300 0 R'),
      [NEW]: '<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [50 50 500 90] /T (x) /V 301 0 R /P 40 0 R >>',
      [MORE]: '<< /Type /Sig /Contents <00> /ByteRange [0 1 2 3] >>',
    },
  }),
  'a stream that calls itself cross-references': () => ({
    objects: { [CONTENT]: text.replace('<<', '<< /Type /XRef') },
  }),
};

describe('a file that was changed after it was signed', () => {
  it.each(Object.entries(changes))('%s: named, whoever signs after it', async (_, change) => {
    const changed = withUpdate(once, change(once));
    const signed = await signedAs('organisation', changed, {
      office,
      claimedAt: '2026-03-11T02:06:00.000Z',
    }).catch(() => changed);
    const codes = codesOf(signed);
    // A form that is drawn anew or lost its field has lost more than its first signature's trust; no room is made where there is no page.
    const named = new Set<string>(['changedAfterSigning', 'signatureMissing', 'fileBroken', 'notSigned']);
    expect(codes.some((code) => named.has(code))).toBe(true);
  });

  it.each(Object.entries(changes))('%s: named, behind both signatures', (_, change) => {
    const codes = codesOf(withUpdate(twice, change(twice)));
    expect(codes.length).toBeGreaterThan(0);
    expect(['bytesAppended', 'signatureMissing', 'notSigned', 'fileBroken']).toContain(codes[0]);
  });

  it('says which objects', async () => {
    const changed = withUpdate(once, { objects: { [CONTENT]: text } });
    const signed = await signedAs('organisation', changed, { office, claimedAt: '2026-03-11T02:06:00.000Z' });
    expect(findingsOf(signed)).toStrictEqual([
      { code: 'changedAfterSigning', signature: 'person', detail: `object ${CONTENT}` },
    ]);
  });

  it('may be signed by nobody else, were it somebody with a certificate of the same authority', async () => {
    const details = { office, claimedAt: '2026-03-11T02:07:00.000Z' };
    const person = { ...office, signer: office.signer };
    const third = await signedAs('stranger' as 'person', twice, { ...details, office: strangerOf(person) });
    expect(findingsOf(third)).toStrictEqual([{ code: 'unexpectedSignature', signature: 'stranger' }]);
  });
});

function strangerOf({ signer, ...rest }: SigningOffice): SigningOffice {
  const asPerson = { role: 'person', id: 'person', name: 'person' } as const;
  return {
    ...rest,
    signer: {
      ...signer,
      describe: () => signer.describe(asPerson),
      start: (request) => signer.start({ ...request, signer: asPerson }),
    },
  };
}

describe('a signature that says what it covers', () => {
  const range = () =>
    /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/u.exec(Buffer.from(twice).toString('latin1')) ?? [];

  it.each([
    ['nothing', () => '[0 0 0 0]'],
    ['less than nothing', () => '[0 -5 10 20]'],
    ['itself', ([, from, to, length]: readonly string[]) => `[0 ${to} ${from} ${length}]`],
    ['more than there is', ([, from, to]: readonly string[]) => `[0 ${from} ${to} 999999]`],
    ['a part of the file', ([, from, to]: readonly string[]) => `[0 ${from} ${to} 10]`],
    ['not its beginning', ([, from, to, length]: readonly string[]) => `[9 ${from} ${to} ${length}]`],
    ['three numbers', ([, from, to]: readonly string[]) => `[0 ${from} ${to}]`],
    ['a number in words', () => '[0 /x 3 4]'],
    ['no array', () => 'null'],
  ])('%s: is broken', (_, changed) => {
    const found = range();
    const [whole = ''] = found;
    const codes = codesOf(replaced(twice, whole, `/ByteRange ${changed([...found])}`.slice(0, whole.length)));
    expect(codes.some((code) => code === 'rangeBroken' || code === 'fileBroken')).toBe(true);
  });

  it.each([
    ['without what it covers', '/ByteRange', '/ByteRangf'],
    ['without itself', '/Contents <', '/Contentz <'],
    ['twice', '/Filter /Adobe.PPKLite', '/Contents <> /X <>    '],
    ['by another name of the same key', '/Filter /Adobe.PPKLite', '/#43ontents <> /X <> '],
    ['of another kind', '/ETSI.CAdES.detached', '/adbe.pkcs7.detached'],
  ])('%s: is named', (_, from, to) => {
    const codes = codesOf(replaced(twice, from, to));
    expect(['rangeBroken', 'fileBroken', 'contentChanged']).toContain(codes[0]);
  });

  it('cannot be wrapped: its end moved away, and something else put in between', () => {
    const [, from = '', to = '', length = ''] = range();
    const tail = twice.subarray(Number(to), Number(to) + Number(length));
    const evil = Buffer.from('> /X 1 >>\nendobj\n300 0 obj\n<< /Y <00>');
    const wrapped = Buffer.concat([twice.subarray(0, Number(to) - 1), evil, tail]);
    const moved = replaced(
      wrapped,
      `/ByteRange [0 ${from} ${to} ${length}]`,
      `/ByteRange [0 ${from} ${Number(to) + evil.length - 1} ${length}]`.slice(0, 60),
    );
    expect(codesOf(moved)[0]).toBe('fileBroken');
  });
});
