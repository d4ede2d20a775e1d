import { describe, expect, jest, test } from '@jest/globals';
import jsqr from 'jsqr';
import { PDFDocument } from 'pdf-lib';
import { renderCertificate } from '#libs/documents/certificate.js';
import { renderDecision } from '#libs/documents/decisions.js';
import { renderRecord } from '#libs/documents/records.js';
import { decisionFacts } from './decision-facts.js';
import { expectGolden } from './expect-golden.js';
import { certificateFacts } from './facts.js';
import { papers } from './papers.js';
import type { PrintedPage } from './printed.js';
import { blankLines, printed } from './printed.js';
import { recordFacts } from './record-facts.js';

/** Each paper is drawn by a process of its own, which takes its time on a busy machine. */
jest.setTimeout(120_000);

const NAMES = [
  'amendment',
  'extension',
  'reissue',
  'suspension',
  'revocation',
  'reminder',
  'demand',
  'confirmation',
  'controlSlip',
  'registerExtract',
  'departmentSummary',
];

/** What is printed in another form: dates, instants and results are words on the paper, provisional is a mark. */
const REWORDED = /^(\d{4}-\d{2}-\d{2}(T.*Z)?|early|onTime|late)$/u;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return REWORDED.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[\s\u00a0]/gu, '');
const withoutEnd = (text: string): string => text.replace(/[.;]+$/u, '');

const renderOf = (name: string) => {
  const paper = papers.get(name);
  if (!paper) throw new Error(`There is no paper ${name}`);
  return paper.render(paper.facts);
};

function codeOn(page: PrintedPage): string | undefined {
  const pixels = new Uint8ClampedArray(page.width * page.height * 4).fill(255);
  for (let pixel = 0; pixel < page.width * page.height; pixel += 1) {
    const isDark = ((page.ink[pixel >> 3] ?? 0) & (128 >> (pixel & 7))) !== 0;
    if (isDark) pixels.fill(0, pixel * 4, pixel * 4 + 3);
  }
  const read = (jsqr as unknown as typeof jsqr.default)(pixels, page.width, page.height);
  return read?.data;
}

describe.each(NAMES)('the paper %s', (name) => {
  test('says every fact letter by letter, with ink on every line, byte for byte as kept', async () => {
    const paper = await renderOf(name);
    const seen = await printed(paper.bytes);
    const text = plain(seen.text);
    for (const fact of textsIn(papers.get(name)?.facts).filter((each) => !each.startsWith('https:')))
      expect(text).toContain(plain(withoutEnd(fact)));
    expect(blankLines(seen)).toStrictEqual([]);
    expect(seen.pages.at(-1)!.items.length).toBeGreaterThan(5);
    await expectGolden(name, paper, seen);
  });
});

test('dates on decisions and letters are words with leading zeros, in the right places', async () => {
  const said = {
    extension: 'thêm 02 (hai) năm, từ sau ngày 04 tháng 01 năm 2036 đến hết ngày 04 tháng 01 năm 2038.',
    suspension: 'từ ngày 15 tháng 02 năm 2027 đến hết ngày 15 tháng 5 năm 2027, vì các lý do sau đây:',
    revocation: 'kể từ ngày 20 tháng 5 năm 2027, vì các lý do sau đây:',
    reminder: 'chậm nhất vào ngày 15 tháng 01 năm 2027, gồm:',
    demand: 'chậm nhất vào ngày 01 tháng 02 năm 2027.',
    controlSlip: 'Quá hạn Đã gửi văn bản xin lỗi',
  };
  for (const [name, sentence] of Object.entries(said))
    expect((await printed((await renderOf(name)).bytes)).text).toContain(sentence);
});

test('a decision carries its facts as data', async () => {
  const { bytes, template } = await renderDecision('amendment', decisionFacts.amendment);
  const [attached] = (await PDFDocument.load(bytes, { updateMetadata: false })).getAttachments();
  expect(attached?.name).toBe('quyet-dinh.json');
  expect(JSON.parse(new TextDecoder().decode(attached?.data))).toStrictEqual({
    template,
    facts: decisionFacts.amendment,
  });
});

describe('the register', () => {
  test('goes on over pages that lie, under a repeated head', async () => {
    const [entry] = recordFacts.registerExtract.entries;
    const entries = Array.from({ length: 60 }, (_, index) => ({
      ...entry!,
      dossierCode: `H18-${index + 1}`,
    }));
    const paper = await renderRecord('registerExtract', { ...recordFacts.registerExtract, entries });
    const seen = await printed(paper.bytes);
    expect(paper.pages).toBeGreaterThanOrEqual(5);
    for (const page of seen.pages) expect(page.width).toBeGreaterThan(page.height);
    const withRows = seen.pages.filter(({ text }) => text.includes('H18-'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) expect(page.text).toContain('TT Mã hồ sơ');
  });

  test('of a period in which nothing came says so', async () => {
    const { text } = await printed(
      (await renderRecord('registerExtract', { ...recordFacts.registerExtract, entries: [] })).bytes,
    );
    expect(text).toContain('Không có hồ sơ nào được tiếp nhận từ ngày 15 tháng 12 năm 2025');
  });
});

test('a summary of nothing says so, and a long one repeats the head of its tables', async () => {
  const { departmentSummary: facts } = recordFacts;
  const empty = { ...facts, violations: [], late: [], reported: [] };
  const { text } = await printed((await renderRecord('departmentSummary', empty)).bytes);
  expect(text.split('Không có.')).toHaveLength(4);
  const { pages } = await printed((await renderRecord('departmentSummary', facts)).bytes);
  const withRows = pages.filter((page) => page.text.includes('Chưa nộp báo cáo'));
  expect(withRows.length).toBeGreaterThan(1);
  for (const page of withRows) expect(page.text).toContain('TT Giấy phép');
});

describe('letters', () => {
  const vowels = 'aăâeêioôơuưy';
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const lower = [...Array.from(vowels, (vowel) => tones.map((tone) => vowel + tone)).flat(), 'đ'];
  const letters = [...lower, ...lower.map((letter) => letter.toUpperCase())].map((each) =>
    each.normalize('NFC'),
  );

  test.each(['NFC', 'NFD'] as const)('all 146 of Vietnamese come back from %s, with ink', async (form) => {
    expect(new Set(letters).size).toBe(146);
    const words = Array.from({ length: 21 }, (_, index) => letters.slice(index * 7, index * 7 + 7).join(''));
    const scope = `Chữ: ${words.join(' ')}`;
    const seen = await printed(
      (await renderCertificate(certificateFacts({ scope: scope.normalize(form) }))).bytes,
    );
    for (const word of words) expect(seen.text.replaceAll(' ', '')).toContain(word);
    expect(blankLines(seen)).toStrictEqual([]);
  });

  test('Đ stays Đ: the Icelandic Ð that looks like it is another letter', async () => {
    const paper = await renderCertificate(certificateFacts({ purpose: 'Đà Nẵng và \u00d0' }));
    expect((await printed(paper.bytes)).text).toContain('\u0110à Nẵng và \u00d0');
  });
});

describe.each([...papers])('the code of the paper %s', (_, { facts, render }) => {
  const { verificationUrl, ...others } = facts as { readonly verificationUrl: string };

  test('is read back from a page of it at 150 dpi, and its address stands beside it', async () => {
    const { pages, text } = await printed((await render(facts)).bytes, 150);
    expect(pages.map(codeOn)).toContain(verificationUrl);
    expect(plain(text)).toContain(plain(verificationUrl));
  });

  test('is missed: no paper is drawn that nobody could check', async () => {
    await expect(render(others)).rejects.toMatchObject({ code: 'missingFact', field: 'verificationUrl' });
  });
});
