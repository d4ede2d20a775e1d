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
      [
        '03b195b0dfe2d840df8824ae79927a363d0730a85e7e09a8226c0e3eab453930',
        '0101df85a569e92ce6eece27a7bb27dda9191c24997ec1dc5b3adab7a1bd5448',
      ],
    ],
    [
      'a stream',
      stream,
      [
        '44efc24bbd229dcef17ce76fd98088dc4b4c234b6efd710a0f0bd675fff5ae67',
        'f23a96e36a5b044a8016522f5c38fb7e3726ad9ef22f79a4065c056f755ed507',
      ],
    ],
    [
      'a stream and a container',
      container,
      [
        '4e5f1dc607f73e7f1ec260e904fcbace67807bcc1c7dc8aa7e7421aa00a9d04c',
        'e3adfef919892fe9615fca2ffb0af92262cc78ce471dcf5252db2448dcdb8ccf',
      ],
    ],
  ])('in a file with %s has, for both signatures, the bytes it always had', (_, bytes, hashes) => {
    const once = prepareSignature(bytes, PERSON);
    const twice = prepareSignature(once.bytes, ORGANISATION);
    expect([hex(once.digest), hex(twice.digest)]).toStrictEqual(hashes);
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
