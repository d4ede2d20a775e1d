import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { renderCertificate } from '#libs/documents/certificate.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { expectGolden } from './expect-golden.js';
import { certificateFacts } from './facts.js';
import { withBlankGlyphs } from './blank-glyphs.js';
import type { Printed } from './printed.js';
import { blankLines, printed, runHere } from './printed.js';

/** Each paper is drawn by a process of its own, which takes its time on a busy machine. */
jest.setTimeout(120_000);

const MM = 72 / 25.4;
const facts = certificateFacts();
let paper: RenderedPaper;
let seen: Printed;

beforeAll(async () => {
  paper = await renderCertificate(facts);
  seen = await printed(paper.bytes);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('what the certificate says', () => {
  test('every fact stands on it, letter by letter', () => {
    const {
      issuedOn: _,
      validFrom: __,
      expiresOn: ___,
      authority,
      signer,
      subject,
      ...printedAsTheyAre
    } = facts;
    const capitals = [authority.parent, authority.name, authority.decider!, signer.title].map((text) =>
      text.toUpperCase(),
    );
    const spaceless = seen.text.replaceAll(' ', '');
    for (const text of [...textsIn(printedAsTheyAre), ...capitals, subject, signer.name]) {
      expect(spaceless).toContain(text.replaceAll(' ', ''));
    }
  });

  test('the head, the articles and the dates are written as Decree 30/2020 prescribes', () => {
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Số: 05/GP-TTĐT Điện Biên, ngày 05 tháng 01 năm 2026',
      'Theo đề nghị của Trưởng phòng Thông tin, Báo chí, Xuất bản. QUYẾT ĐỊNH: Điều 1. Cho phép',
      'có thời hạn 10 (mười) năm, có hiệu lực từ ngày 05 tháng 01 năm 2026 đến hết ngày 04 tháng 01 năm 2036.',
      'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Thị Hồng Vượng',
    ]) {
      expect(seen.text).toContain(text);
    }
    expect(seen.text).toBe(seen.text.normalize('NFC'));
  });

  test('the file names itself, its language and no moment of rendering', () => {
    expect(seen.info).toMatchObject({
      Title: 'Giấy phép số 05/GP-TTĐT',
      Author: 'Sở Văn hóa, Thể thao và Du lịch',
      Language: 'vi-VN',
      CreationDate: 'D:20260104170000Z',
      ModDate: 'D:20260104170000Z',
    });
  });

  test('only a demonstration is marked, on every page', async () => {
    const demonstration = await printed(
      (await renderCertificate(certificateFacts({ provisional: true }))).bytes,
    );
    for (const page of demonstration.pages)
      expect(page.text).toContain('BẢN TRÌNH DIỄN – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
    expect(seen.text).not.toContain('TRÌNH DIỄN');
  });
});

describe('how it looks', () => {
  test('two pages of A4, nothing in the margins but the page number from page 2', () => {
    expect(paper.pages).toBe(2);
    for (const [index, page] of seen.pages.entries()) {
      expect(page.inkIn({ x: 0, y: 0, width: 29 * MM, height: 297 * MM })).toBe(0);
      expect(page.inkIn({ x: 196 * MM, y: 0, width: 14 * MM, height: 297 * MM })).toBe(0);
      expect(page.inkIn({ x: 0, y: 0, width: 210 * MM, height: 19 * MM })).toBe(0);
      const number = page.inkIn({ x: 100 * MM, y: 280 * MM, width: 10 * MM, height: 12 * MM });
      expect(number > 0).toBe(index > 0);
    }
  });

  test('every line has ink', () => {
    expect(blankLines(seen)).toStrictEqual([]);
  });

  test('a font whose glyphs are lost is noticed, though its text still reads out', async () => {
    const broken = await printed(await withBlankGlyphs(paper.bytes));
    expect(broken.text).toBe(seen.text);
    expect(blankLines(broken).length).toBeGreaterThan(40);
  });

  test('the code is there, 22 mm wide, with its silent zone', () => {
    const page = seen.pages[1]!;
    const caption = page.items.find((item) => item.text.startsWith('Quét mã'))!;
    // It begins at the height of the first line beside it.
    const bottom = caption.y + 9 - 22 * MM;
    expect(page.inkIn({ x: 30 * MM, y: bottom + 2, width: 22 * MM, height: 20 * MM })).toBeGreaterThan(0.35);
    expect(page.inkIn({ x: 52.5 * MM, y: bottom + 2, width: 4 * MM, height: 20 * MM })).toBe(0);
  });

  test('person and agency sign where nothing is printed; the seal covers a third of the signature', () => {
    const [person, agency] = paper.signatureCells;
    expect(paper.signatureCells.map(({ role, page }) => [role, page])).toStrictEqual([
      ['person', 2],
      ['agency', 2],
    ]);
    expect(seen.pages[1]!.inkIn(person!)).toBe(0);
    expect(agency!.width).toBeCloseTo(36 * MM, 6);
    expect(agency!.x + agency!.width - person!.x).toBeCloseTo(person!.width / 3, 6);
  });

  test('readers who do not see it find a title, paragraphs and a described code', () => {
    const nodes = (node: { role?: string; alt?: string; children?: readonly object[] }): object[] => [
      node,
      ...(node.children ?? []).flatMap((child) => nodes(child)),
    ];
    const roles = seen.pages.flatMap((page) => nodes(page.tree)) as { role?: string; alt?: string }[];
    expect(roles.filter(({ role }) => role === 'H1')).toHaveLength(1);
    expect(roles.filter(({ role }) => role === 'P').length).toBeGreaterThan(30);
    expect(roles.find(({ role }) => role === 'Figure')?.alt).toContain(facts.verificationUrl);
  });
});

describe('equal facts, equal bytes', () => {
  test('the golden paper: by bytes, by text, by picture', async () => {
    await expectGolden('certificate', paper, seen);
  });

  test.each(['Asia/Ho_Chi_Minh', 'America/New_York'])('in a process of its own in %s', async (TZ) => {
    const digests = JSON.parse(await runHere('digest.ts', [], { TZ })) as string[];
    expect(digests).toStrictEqual(Array(4).fill(paper.sha256));
  });

  test('the order in which facts were put together does not matter; any fact does', async () => {
    const reversed = Object.fromEntries(Object.entries(facts).toReversed()) as unknown as typeof facts;
    expect((await renderCertificate(reversed)).sha256).toBe(paper.sha256);
    expect((await renderCertificate(certificateFacts({ termYears: 9 }))).sha256).not.toBe(paper.sha256);
  });
});

describe('facts of every size', () => {
  test('long names wrap, two hundred sources go on over pages, the signature never stands alone', async () => {
    const name =
      'Công ty Trách nhiệm hữu hạn Một thành viên Dịch vụ Truyền thông và Phát triển Du lịch Cộng đồng Tây Bắc '
        .repeat(3)
        .trim();
    const sources = Array.from(
      { length: 200 },
      (_, index) => `Báo điện tử số ${index + 1} (nguon${index + 1}.example.vn)`,
    );
    const long = await renderCertificate(certificateFacts({ holder: { ...facts.holder, name }, sources }));
    const read = await printed(long.bytes);
    expect(long.pages).toBeGreaterThan(5);
    for (const source of sources) expect(read.text).toContain(source);
    expect(read.text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
    expect(blankLines(read)).toStrictEqual([]);
    expect(read.pages.at(-1)!.text).toMatch(/chịu trách nhiệm thi hành Giấy phép này\.\/\. Nơi nhận:/u);
    for (const page of read.pages)
      expect(page.inkIn({ x: 196 * MM, y: 0, width: 14 * MM, height: 297 * MM })).toBe(0);
  });

  test.each([
    ['a letter that Tinos has not', { subject: '新聞' }, { code: 'missingGlyph', field: 'subject' }],
    ['an empty list of sources', { sources: [] }, { code: 'missingFact', field: 'sources' }],
    ['a term of no years', { termYears: 0 }, { code: 'badFact', field: 'termYears' }],
    [
      'a date that is none',
      { expiresOn: '2036-02-30' as LocalDate },
      { code: 'badFact', field: 'expiresOn' },
    ],
    ['an endless scope', { scope: 'tin '.repeat(1001) }, { code: 'tooLong', field: 'scope' }],
  ])('%s is refused by field', async (_, change, fault) => {
    const refused = renderCertificate(certificateFacts(change));
    await expect(refused).rejects.toMatchObject({ name: 'PaperError', ...fault });
  });
});
