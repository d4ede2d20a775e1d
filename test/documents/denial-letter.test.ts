import { expect, jest, test } from '@jest/globals';
import { renderDenialLetter } from '#libs/documents/denial-letter.js';
import { denialFacts } from './denial-facts.js';
import { expectGolden } from './expect-golden.js';
import { blankLines, printed } from './printed.js';

/** Each paper is drawn by a process of its own, which takes its time on a busy machine. */
jest.setTimeout(120_000);

test('a denial says to whom, what, under which rules and why', async () => {
  const letter = await renderDenialLetter(denialFacts);
  const seen = await printed(letter.bytes);
  for (const text of [
    'Số: 128/SVHTTDL-TTBCXB',
    'Kính gửi: Công ty Cổ phần Truyền thông Mường Thanh',
    'V/v từ chối giải quyết đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp',
    'Ngày 15 tháng 12 năm 2025, Sở Văn hóa, Thể thao và Du lịch tiếp nhận hồ sơ',
    '1. Nhân sự chịu trách nhiệm quản lý nội dung thông tin chưa đáp ứng điều kiện quy định tại Điều 23a; 2. Hệ thống',
    'Nơi nhận: - Như trên; - Bộ phận Tiếp nhận và Trả kết quả; - Lưu: VT, TTBCXB (02).',
  ]) {
    expect(seen.text).toContain(text);
  }
  expect(letter.pages).toBe(1);
  expect(letter.signatureCells.map(({ role }) => role)).toStrictEqual(['person', 'agency']);
  expect(blankLines(seen)).toStrictEqual([]);
  await expectGolden('denial-letter', letter, seen);
});

test('a denial without a reason is refused', async () => {
  await expect(renderDenialLetter({ ...denialFacts, reasons: [] })).rejects.toMatchObject({
    code: 'missingFact',
    field: 'reasons',
  });
});
