import { expect, test } from '@jest/globals';
import type { Block } from '../layout/block.js';
import { roomOf } from '../layout/paginate.js';
import { typeset } from '../layout/typeset.js';
import { A4 } from './measures.js';
import { officialHead, officialTitle, textWidth } from './official-parts.js';

const { width } = roomOf(A4.sheet);
const head = {
  parent: 'Ủy ban nhân dân tỉnh Điện Biên',
  number: 'Số: 05/GP-TTĐT',
  placeAndDate: 'Điện Biên, ngày 05 tháng 01 năm 2026',
};
const headOf = (agency: string): Block[] => officialHead({ ...head, agency }, A4, width).slice(0, 1);
const titleOf = (subject: string): Block[] => officialTitle('QUYẾT ĐỊNH', subject, A4);

/** The first rule, and the lines in bold that stand above it in its column. */
function ruled(blocks: readonly Block[]): { lines: readonly number[]; rule: number } {
  const marks = typeset(blocks, width).flatMap((piece) => piece.marks);
  const at = marks.findIndex(({ kind }) => kind === 'rule');
  const lines = marks
    .slice(0, at)
    .flatMap((mark) =>
      mark.kind === 'text' && mark.style.face === 'bold' ? [textWidth(mark.text.trim(), mark.style)] : [],
    );
  const rule = marks[at];
  return { lines, rule: rule?.kind === 'rule' ? rule.width : 0 };
}

test.each([
  ['an agency on one line', headOf('Sở Tài chính'), 1],
  ['an agency on two', headOf('Sở Văn hóa, Thể thao và Du lịch'), 2],
  ['an agency on three', headOf('Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính tỉnh'), 3],
  ['a subject on one line below its title', titleOf('Thiết lập trang thông tin điện tử'), 2],
  [
    'a subject on two',
    titleOf('Về việc sửa đổi, bổ sung Giấy phép thiết lập trang thông tin điện tử tổng hợp trên mạng'),
    3,
  ],
])('the line under %s is a third to a half of the longest line as printed', (_, blocks, count) => {
  const { lines, rule } = ruled(blocks);
  expect(lines).toHaveLength(count);
  expect(rule).toBeGreaterThanOrEqual(Math.max(...lines) / 3);
  expect(rule).toBeLessThanOrEqual(Math.max(...lines) / 2);
});
