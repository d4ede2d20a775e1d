import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { signedTwice, type SigningOffice, signingOffice } from '../support/signing-office.js';
import { replaced, withUpdate, written } from './raw-update.js';

const seed = Date.now() % 2 ** 31;
let office: SigningOffice;
let paper: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  process.stdout.write(`hostile files with seed ${seed}\n`);
  office = await signingOffice();
  paper = await readFile('test/documents/golden/certificate.pdf');
  signed = await signedTwice(paper, office);
});

const first = (bytes: Uint8Array, expected: readonly string[] = []) => {
  const [finding] = verifyDocument(bytes, { roots: [office.root], expected }).findings;
  return finding ? { code: finding.code, detail: finding.detail ?? '' } : undefined;
};
const streamOf = (dict: string, content: Uint8Array) =>
  `<< ${dict} /Length ${content.length} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`;
/** As many bytes as anybody asks for, in a thousandth. */
const bomb = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 });
const file = (text: string) => Buffer.from(text, 'latin1');

describe('a file that is no file', () => {
  it.each([
    ['nothing', ''],
    ['text', 'no pdf'],
    ['something before the header', ' %PDF-1.7\n1 0 obj\n<<>>\nendobj\n'],
  ])('%s: is no PDF', (_, text) => {
    expect(first(file(text))?.code).toBe('notAPdf');
  });

  it.each([
    ['a header alone', '%PDF-1.7\n'],
    ['an object without end', '%PDF-1.7\n1 0 obj\n<< /A '],
    ['a string without end', `%PDF-1.7\n1 0 obj\n(${'('.repeat(100_000)}`],
    ['a hundred thousand comments', `%PDF-1.7\n${'%\n'.repeat(100_000)}`],
    [
      'a stream longer than the file',
      '%PDF-1.7\n1 0 obj\n<< /Length 9999999 >>\nstream\nx\nendstream\nendobj',
    ],
    [
      'a stream whose length stands elsewhere',
      '%PDF-1.7\n1 0 obj\n<< /Length 2 0 R >>\nstream\nx\nendstream\nendobj',
    ],
    ['a table without rows', '%PDF-1.7\nxref\n0 999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF'],
    [
      'no catalog',
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF',
    ],
  ])('%s: is broken, and where', (_, text) => {
    expect(first(file(text))?.code).toBe('fileBroken');
  });

  it('cut off anywhere is broken or lacks what it says it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signed.length - 1 }), (length) => {
        // Cut behind the first signature it is a good file that lacks the second one.
        expect(first(signed.subarray(0, length), ['person', 'organisation'])).toBeDefined();
      }),
      { seed, numRuns: 150 },
    );
  });

  it('with parts taken out, doubled or exchanged is never valid, and never ends the check', () => {
    const place = fc.integer({ min: 0, max: signed.length });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const [from = 0, to = 0] = [a, b].sort((one, other) => one - other);
        const part = signed.subarray(from, to);
        const without = Buffer.concat([signed.subarray(0, from), signed.subarray(to)]);
        const doubled = Buffer.concat([signed.subarray(0, c), part, signed.subarray(c)]);
        for (const changed of [without, doubled])
          if (changed.length !== signed.length) expect(first(changed)).toBeDefined();
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('a file that is too much', () => {
  it.each([
    [
      'objects in one container',
      () => ({ objects: { 300: streamOf('/Type /ObjStm /N 9999999 /First 10', file('1 0')) } }),
    ],
    ['arrays in arrays', () => ({ objects: { 300: '['.repeat(100_000) } })],
    ['dictionaries in dictionaries', () => ({ objects: { 300: '<< /A '.repeat(50_000) } })],
    [
      'bytes in a container',
      () => ({
        objects: { 300: streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb(60_000_000)) },
      }),
    ],
  ])('%s: is too large, by name', (_, update) => {
    expect(first(withUpdate(signed, update()))?.code).toBe('tooLarge');
  });

  it('bytes in an attachment: named with the attachment, nothing else is lost', () => {
    const dict = '/Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode';
    const changed = withUpdate(paper, { objects: { 91: streamOf(dict, bomb(60_000_000)) } });
    const { findings, attachments } = verifyDocument(changed, { roots: [] });
    expect(findings.map(({ code }) => code)).toStrictEqual(['notSigned', 'attachmentUnreadable']);
    expect(attachments).toStrictEqual([]);
  });

  it('bytes altogether, objects, revisions', () => {
    expect(first(Buffer.concat([signed, Buffer.alloc(33_000_000, 32)]))?.code).toBe('tooLarge');
    const objects = Object.fromEntries(Array.from({ length: 50_001 }, (_, index) => [1000 + index, '1']));
    expect(first(withUpdate(paper, { objects }))?.code).toBe('tooLarge');
    let grown = paper;
    for (let revision = 0; revision < 64; revision += 1) grown = withUpdate(grown, { objects: {} });
    expect(first(grown)?.code).toBe('tooLarge');
  });
});

describe('a file that says two things', () => {
  it.each([
    ['an object where no cross-reference leads', { objects: { 41: '<< >>' }, offsets: { 41: 17 } }],
    [
      'an object that hides in a stream',
      { objects: { 300: streamOf('', file('301 0 obj (x) endobj')) }, offsets: { 300: 5 } },
    ],
    ['words between objects', { objects: { 300: '1' }, before: '% 41 0 obj (x) endobj\n' }],
    ['a revision before it that is another', { objects: {}, trailer: { Prev: '9' } }],
    ['a revision before it that is itself', { objects: {}, trailer: { Prev: '107000' } }],
    ['two kinds of cross-references', { objects: {}, trailer: { XRefStm: '9' } }],
    ['a key that nobody has', { objects: {}, trailer: { Encrypt: '<< /Filter /Standard >>' } }],
    ['a key twice', { objects: { 300: '<< /A 1 /A 2 >>' } }],
    ['a value that is none', { objects: { 300: 'maybe' } }],
  ])('%s: is broken', (_, update) => {
    expect(first(withUpdate(signed, update))?.code).toBe('fileBroken');
  });

  it('the same object twice in one revision, and a start that leads elsewhere', () => {
    const twice = withUpdate(signed, { objects: { 300: '1\nendobj\n300 0 obj\n2' } });
    expect(first(twice)).toMatchObject({
      code: 'fileBroken',
      detail: expect.stringContaining('object 300 twice'),
    });
    for (const start of ['-1', '999999999', '0', 'x']) {
      const changed = withUpdate(signed, { objects: {} });
      const text = Buffer.from(changed)
        .toString('latin1')
        .replace(/startxref\n\d+\n%%EOF$/u, `startxref\n${start}\n%%EOF`);
      expect(first(file(text))?.code).toBe('fileBroken');
    }
  });
});

describe('what a file carries', () => {
  const carried = (bytes: Uint8Array) => {
    const { findings } = verifyDocument(bytes, { roots: [] });
    return findings
      .filter(({ code }) => code.startsWith('attachment'))
      .map(({ code, detail }) => `${code} ${detail}`);
  };

  it('is called unreadable where nothing says of what kind it is', () => {
    // Was once no PDF at all.
    const changed = replaced(paper, '/Subtype /application#2Fjson', '/Subtypf /application#2Fjson');
    expect(carried(changed)).toStrictEqual([
      'attachmentUnreadable giay-phep.json: no /Subtype says what it is',
    ]);
  });

  it('is found beside the catalog where the tree of names is missing or leads in circles', () => {
    const catalog = written(paper, 2);
    for (const names of ['/Namex <<', '/Names << /EmbeddedFiles 300 0 R /Y <<']) {
      const close = names.includes('300') ? '>> /AF' : '/AF';
      const changed = withUpdate(paper, {
        objects: {
          2: catalog.replace('/Names <<', names).replace('/AF', close),
          300: '<< /Kids [300 0 R 300 0 R 301 0 R] >>',
          301: '<< /Kids [300 0 R 301 0 R 301 0 R] >>',
        },
      });
      expect([carried(changed), verifyDocument(changed, { roots: [] }).attachments.length]).toStrictEqual([
        [],
        1,
      ]);
    }
  });

  it('is named where it is embedded and nobody names it', () => {
    const hidden = '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream';
    expect(carried(withUpdate(paper, { objects: { 300: hidden } }))).toStrictEqual([
      'attachmentUnreadable without a name: embedded, and named nowhere',
    ]);
  });

  it('may stand on pages that lead in circles: nobody walks them', () => {
    const pages = '<< /Type /Pages /Kids [1 0 R 1 0 R] /Count 2 >>';
    expect(first(withUpdate(paper, { objects: { 1: pages } }))?.code).toBe('notSigned');
  });
});
