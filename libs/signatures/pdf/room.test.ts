import { describe, expect, it } from '@jest/globals';
import { onePage, withContainer, withStream, withTable } from '../../../test/support/hand-written-file.js';
import { changesBetween } from './changes.js';
import { open } from './revisions.js';
import { prepareSignature, withSignature } from './room.js';

const PERSON = {
  field: 'person',
  name: 'Nguyễn Thị Ong',
  reason: 'Ký ban hành (1)',
  claimedAt: '2026-03-11T02:05:00.000Z',
};
const ORGANISATION = {
  field: 'organisation',
  name: 'Sở Nuôi ong',
  reason: 'Đóng dấu',
  claimedAt: '2026-03-11T02:06:00.000Z',
};
const [CATALOG = '', PAGES = '', PAGE = ''] = onePage;
const form = CATALOG.replace('/Lang', '/AcroForm 4 0 R\n/Lang');
const trailer = '/ID [ <00ff> (a) ]';
const table = withTable({ objects: onePage, trailer });
const stream = withStream({ objects: onePage, trailer });
const container = withContainer({ objects: onePage, trailer });
const kinds = [
  ['a table', table],
  ['a stream', stream],
  ['a stream and a container', container],
] as const;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** What the strict reader finds that a revision has beside its signature, for each revision after the first. */
function oddities(bytes: Uint8Array): readonly (readonly string[])[] {
  const { states } = open(bytes);
  return states.slice(1).map((state, index) => changesBetween(states[index] ?? state, state));
}

describe('room for a signature', () => {
  // From the build that had the PDF library write it: whoever was asked to sign by that build signs these hashes.
  it.each([
    [
      'a table',
      table,
      '2f92772497e74a0335a4a25c902cadad4867206fdb037022e00ba129daaab399',
      '5cc99e42890cb1a31ecfff547b8088f1d6c3a5905dcc2828d002b50c0bd19f2d',
    ],
    [
      'a stream',
      stream,
      '1e418b5531fa958465c896569938b336d1be692166e548211b86cf4330950027',
      '67849d6a87ee3106651f8a7e0a38603923f412ab59977a7ec2b9f63683e7a615',
    ],
    [
      'a stream and a container',
      container,
      '2be12175e220c7b919b40718a21bf297942f1a5bd97e98732fa397bf4a2383e3',
      '949053803e7acc943621c53f66c92846aa5a83abcf7c978e5f040d456eb8ed22',
    ],
  ])('in a file with %s has, for both signatures, the bytes it always had', (_, bytes, first, second) => {
    const once = prepareSignature(bytes, PERSON);
    expect([once, prepareSignature(once.bytes, ORGANISATION)].map(({ digest }) => hex(digest))).toStrictEqual(
      [first, second],
    );
  });

  it.each(kinds)('leaves what was there, in a file with %s, and says who signs, why and when', (_, bytes) => {
    const once = prepareSignature(bytes, PERSON);
    const { bytes: both, range } = prepareSignature(once.bytes, ORGANISATION);
    expect(both.subarray(0, once.bytes.length)).toStrictEqual(once.bytes);
    expect(textOf(once.bytes.subarray(0, bytes.length))).toBe(textOf(bytes));
    expect(oddities(both)).toStrictEqual([[], []]);
    expect(open(both).signatures).toMatchObject([
      { field: 'person', reason: PERSON.reason, claimedAt: new Date(PERSON.claimedAt), range: once.range },
      { field: 'organisation', reason: ORGANISATION.reason, range },
    ]);
    expect(textOf(both.subarray(range.from, range.to))).toMatch(/^<0+>$/u);
  });

  it('is written in the kind of cross-references that the file ends with', () => {
    const addedTo = (bytes: Uint8Array) => textOf(prepareSignature(bytes, PERSON).bytes).slice(bytes.length);
    expect(addedTo(table)).not.toContain('/XRef');
    expect(addedTo(table)).toContain('\nxref\n');
    expect(addedTo(stream)).toContain('/XRef');
    expect(addedTo(stream)).not.toContain('\nxref\n');
  });

  it('holds a signature and not more', () => {
    const prepared = prepareSignature(table, PERSON);
    expect(textOf(withSignature(prepared, Uint8Array.of(1, 0xab)))).toContain('/Contents <01ab00');
    expect(() => withSignature(prepared, new Uint8Array(12_001))).toThrow(RangeError);
  });

  it('is not made twice under one name', () => {
    for (const [, bytes] of kinds) {
      const { bytes: once } = prepareSignature(bytes, PERSON);
      expect(() => prepareSignature(once, PERSON)).toThrow('has a signature person already');
    }
  });
});

describe('the form and the page that a signature goes into', () => {
  const noted = PAGE.replace('/Parent', '/Annots 5 0 R\n/Parent');

  it.each([
    ['stand in objects of their own', [form, PAGES, noted, '<< /Fields 6 0 R >>', '[ ]', '[ ]']],
    [
      'have others in them',
      [form, PAGES, noted, '<< /Fields [ 6 0 R ] /SigFlags 1 >>', '[ 6 0 R ]', '<< /T (x) >>'],
    ],
  ])('%s', (_, objects) => {
    for (const bytes of [withTable({ objects }), withStream({ objects }), withContainer({ objects })]) {
      const { bytes: once } = prepareSignature(bytes, PERSON);
      expect(oddities(once)).toStrictEqual([[]]);
      expect(open(once).signatures.map(({ field }) => field)).toStrictEqual(['person']);
    }
  });

  it('is the last page, wherever in the tree', () => {
    const pages = (kids: string) => `<< /Type /Pages /Kids [ ${kids} ] /Count 1 >>`;
    const objects = [CATALOG, pages('3 0 R 4 0 R 6 0 R'), PAGE, pages('2 0 R 3 0 R 5 0 R'), PAGE, pages('')];
    const { bytes } = prepareSignature(withTable({ objects }), PERSON);
    expect(textOf(bytes)).toContain('/P 5 0 R');
  });
});

describe('a file in which there can be no room', () => {
  const cut = table.subarray(0, -6);
  const circle = `/Prev ${textOf(table).indexOf('xref')}`;
  const lies = (from: string, to: string) => Buffer.from(textOf(table).replace(from, to), 'latin1');

  it.each([
    ['no PDF', Buffer.from('no pdf'), 'notAPdf: no header'],
    ['nothing', Buffer.alloc(0), 'notAPdf: no header'],
    ['cut off', cut, 'fileBroken: no end of a revision'],
    ['without an end', Buffer.from('%PDF-1.7\n'), 'fileBroken: startxref is missing'],
    ['encrypted', withTable({ objects: onePage, trailer: '/Encrypt 3 0 R' }), 'fileBroken: encrypted'],
    [
      'with two kinds of cross-references',
      withTable({ objects: onePage, trailer: '/XRefStm 9' }),
      'two kinds',
    ],
    ['without a page', withTable({ objects: [CATALOG, PAGES.replace('3 0 R', '')] }), 'there is no page'],
    ['without a catalog', withTable({ objects: ['7', PAGES, PAGE] }), 'there is no page'],
    ['whose trailer counts too few objects', withTable({ objects: onePage, size: 3 }), 'more objects than'],
    [
      'whose revisions lead in a circle',
      withTable({ objects: onePage, trailer: circle }),
      'tooLarge: more than 64 revisions',
    ],
    ['whose form is not there', withTable({ objects: [form, PAGES, PAGE] }), 'an object that is not there'],
    ['whose cross-references lie', lies('0000000009 00000 n', '0000000010 00000 n'), 'no object'],
    ['whose cross-references name another', lies('3 0 obj', '4 0 obj'), 'object 3 is not where'],
  ])('%s: is named', (_, bytes, fault) => {
    expect(() => prepareSignature(bytes, PERSON)).toThrow(fault);
  });
});
