import { describe, expect, jest, test } from '@jest/globals';
import type { SlipKind } from '#libs/documents/slips.js';
import { renderSlip } from '#libs/documents/slips.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { expectGolden } from './expect-golden.js';
import { blankLines, printed } from './printed.js';
import { slipFacts } from './slip-facts.js';

/** Each paper is drawn by a process of its own, which takes its time on a busy machine. */
jest.setTimeout(120_000);

const MM = 72 / 25.4;

/** What must be read on each slip, as the forms say it. */
const SAID: { readonly [Kind in SlipKind]: readonly string[] } = {
  receipt: [
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH ĐIỆN BIÊN BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
    'TT Tên giấy tờ Số lượng Hình thức 1 Đơn đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp (Mẫu số 23) 01 Bản chính',
    '3. Thời gian giải quyết hồ sơ theo quy định: 10 ngày làm việc',
    '4. Thời gian nhận hồ sơ: 08 giờ 40 phút, ngày 15 tháng 12 năm 2025',
    '5. Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 29 tháng 12 năm 2025',
    'Vào Sổ theo dõi hồ sơ, Quyển số: 01/2025, Số thứ tự: 312.',
  ],
  supplement: [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Số: 12/HDHS Điện Biên, ngày 15 tháng 12 năm 2025',
    'Lý do: Hồ sơ chưa đủ thành phần',
    'Thời hạn bổ sung, hoàn thiện: đến hết ngày 16 tháng 01 năm 2026',
    'NGƯỜI HƯỚNG DẪN (Ký, ghi rõ họ tên) Lò Văn Hặc',
  ],
  refusal: [
    'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
    'không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: - Trang thông tin điện tử nêu trong hồ sơ',
    'Hướng dẫn: Tổ chức rà soát lại',
  ],
  apology: [
    'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Kính gửi: Công ty Cổ phần Truyền thông Mường Thanh',
    'hẹn trả kết quả vào ngày 08 tháng 01 năm 2026.',
    'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Thị Hồng Vượng',
  ],
  stop: [
    'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    'Theo đề nghị ngày 19 tháng 12 năm 2025 của Công ty Cổ phần Truyền thông Mường Thanh',
    'Hồ sơ được dừng tại bước: Thẩm định hồ sơ',
    'Lưu: VT, hồ sơ H18.12-251215-0007.',
  ],
};

const KINDS = Object.keys(SAID) as SlipKind[];

describe.each(KINDS)('the slip %s', (kind) => {
  test('says what the form asks for, on one sheet of A5, every line with ink, byte for byte as kept', async () => {
    const slip = await renderSlip(kind, slipFacts[kind]);
    const seen = await printed(slip.bytes);
    for (const text of SAID[kind]) expect(seen.text).toContain(text);
    expect(seen.text).toContain('H18.12-251215-0007');
    for (const fact of Object.values(slipFacts[kind].applicant)) expect(seen.text).toContain(fact);
    expect(slip.pages).toBe(1);
    expect(blankLines(seen)).toStrictEqual([]);
    const page = seen.pages[0]!;
    expect(page.inkIn({ x: 138 * MM, y: 0, width: 10 * MM, height: 210 * MM })).toBe(0);
    for (const cell of slip.signatureCells.filter(({ role }) => role !== 'agency'))
      expect(page.inkIn(cell)).toBe(0);
    await expectGolden(kind, slip, seen);
  });

  test('is marked in a demonstration', async () => {
    const seen = await printed((await renderSlip(kind, { ...slipFacts[kind], provisional: true })).bytes);
    expect(seen.text).toContain('BẢN TRÌNH DIỄN – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
  });

  test('is refused when the dossier code is blank', async () => {
    const refused = renderSlip(kind, { ...slipFacts[kind], dossierCode: ' ' });
    await expect(refused).rejects.toMatchObject({ code: 'missingFact', field: 'dossierCode' });
  });
});

describe('who signs', () => {
  test.each<[SlipKind, readonly string[]]>([
    ['receipt', ['applicant', 'person']],
    ['supplement', ['person']],
    ['refusal', ['person']],
    ['apology', ['person', 'agency']],
    ['stop', ['person', 'agency']],
  ])('%s: %j', async (kind, roles) => {
    const slip = await renderSlip(kind, slipFacts[kind]);
    expect(slip.signatureCells.map(({ role }) => role)).toStrictEqual(roles);
  });
});

describe('slips of every size', () => {
  test('five papers, their code and both signatures are one sheet', async () => {
    const { papers: four } = slipFacts.receipt;
    const papers = [...four, ...four.slice(1, 2)];
    expect(await renderSlip('receipt', { ...slipFacts.receipt, papers })).toHaveProperty('pages', 1);
  });

  test('sixty papers go on over pages under a repeated head', async () => {
    const papers = Array.from({ length: 60 }, (_, index) => ({
      name: `Văn bản chấp thuận của cơ quan báo chí thứ ${index + 1}`,
      copies: 1,
      form: 'Bản chính',
    }));
    const seen = await printed((await renderSlip('receipt', { ...slipFacts.receipt, papers })).bytes);
    const withRows = seen.pages.filter((page) => page.text.includes('cơ quan báo chí thứ'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) expect(page.text).toContain('TT Tên giấy tờ Số lượng Hình thức');
    for (const { name } of papers) expect(seen.text).toContain(name);
    expect(blankLines(seen)).toStrictEqual([]);
  });

  test('a stop without a request of the applicant says so by leaving it out', async () => {
    const { requestedOn: _, ...facts } = slipFacts.stop;
    const seen = await printed((await renderSlip('stop', facts)).bytes);
    expect(seen.text).not.toContain('Theo đề nghị');
    expect(seen.text).toContain(
      'Sở Văn hóa, Thể thao và Du lịch thông báo dừng giải quyết hồ sơ nêu trên kể từ ngày 15 tháng 12',
    );
  });

  test('a date that is none is refused by field', async () => {
    const facts = { ...slipFacts.apology, newAppointmentOn: '08/01/2026' as LocalDate };
    await expect(renderSlip('apology', facts)).rejects.toMatchObject({
      code: 'badFact',
      field: 'newAppointmentOn',
    });
  });
});
