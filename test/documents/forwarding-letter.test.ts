import { expect, jest, test } from '@jest/globals';
import { renderForwardingLetter } from '#libs/documents/forwarding-letter.js';
import { expectGolden } from './expect-golden.js';
import { forwardingFacts } from './forwarding-facts.js';
import { blankLines, printed } from './printed.js';

/** Each paper is drawn by a process of its own, which takes its time on a busy machine. */
jest.setTimeout(120_000);

test('a letter that sends a dossier on says to whom, whose it is, what was found and what lies with it', async () => {
  const letter = await renderForwardingLetter(forwardingFacts);
  const seen = await printed(letter.bytes);
  for (const text of [
    'Kính gửi: Cục Phát thanh, truyền hình và Thông tin điện tử',
    'V/v đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp trên mạng',
    'tiếp nhận hồ sơ của Báo Điện Biên Phủ',
    'đề nghị Cục Phát thanh, truyền hình và Thông tin điện tử xem xét, cấp giấy phép theo thẩm quyền',
    '2. Giấy phép hoạt động báo chí (bản sao hợp lệ);',
  ]) {
    expect(seen.text).toContain(text);
  }
  expect(blankLines(seen)).toStrictEqual([]);
  await expectGolden('forwarding-letter', letter, seen);
});

test('a letter to nobody, or about nothing that was found, is refused', async () => {
  const nowhere = { ...forwardingFacts, addressee: { name: '', address: '' } };
  await expect(renderForwardingLetter(nowhere)).rejects.toMatchObject({
    code: 'missingFact',
    field: 'addressee.name',
  });
  await expect(renderForwardingLetter({ ...forwardingFacts, checked: [] })).rejects.toMatchObject({
    code: 'missingFact',
    field: 'checked',
  });
});
