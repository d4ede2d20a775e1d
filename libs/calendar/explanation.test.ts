import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#libs/kernel/time.js';
import { vietnamCalendar } from './calendar.js';
import type { DeadlineQuestion } from './deadline.js';
import { evaluate } from './evaluate.js';
import { explainDeadline } from './explanation.js';

const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const ten: DeadlineQuestion = {
  startedAt: at('2026-11-16T09:00'),
  limit: { amount: 10, unit: 'workingDays' },
  pauses: [],
  clause: { source: 'Nghị định 27/2018/NĐ-CP, khoản 11 Điều 1', certainty: 'verified' },
};

describe('the explanation of a date', () => {
  it('can be reckoned by hand from its lines', () => {
    const { text, steps, deadline } = explainDeadline(vietnamCalendar, ten);
    expect(text.vi.split('\n')).toStrictEqual([
      'Thời hạn bắt đầu từ 09:00 thứ Hai 16/11/2026.',
      'Thời hạn là 10 ngày làm việc.',
      'Tính theo: Lịch làm việc của cơ quan nhà nước, phiên bản 2026.2.',
      'Ngày đầu tiên, thứ Hai 16/11/2026, không tính.',
      'Từ thứ Ba 17/11/2026 đến thứ Sáu 20/11/2026: tính vào thời hạn, +4, tổng cộng 4.',
      'Từ thứ Bảy 21/11/2026 đến Chủ nhật 22/11/2026: không tính (nghỉ hằng tuần).',
      'Thứ Hai 23/11/2026: tính vào thời hạn, +1, tổng cộng 5.',
      'Thứ Ba 24/11/2026: không tính (Ngày Văn hóa Việt Nam).',
      'Từ thứ Tư 25/11/2026 đến thứ Sáu 27/11/2026: tính vào thời hạn, +3, tổng cộng 8.',
      'Từ thứ Bảy 28/11/2026 đến Chủ nhật 29/11/2026: không tính (nghỉ hằng tuần).',
      'Từ thứ Hai 30/11/2026 đến thứ Ba 01/12/2026: tính vào thời hạn, +2, tổng cộng 10.',
      'Thời hạn kết thúc vào hết ngày thứ Ba 01/12/2026.',
    ]);
    expect(text.en.split('\n')).toHaveLength(steps.length);
    expect(deadline).toMatchObject({ dueOn: '2026-12-01' });
  });
  it('names the law of every line, and the clause of the limit', () => {
    const { steps } = explainDeadline(vietnamCalendar, ten);
    expect(steps.every(({ citation }) => citation.source !== '')).toBe(true);
    expect(steps[1]?.citation).toStrictEqual(ten.clause);
    expect(steps.find(({ on }) => on === '2026-11-24')?.citation.source).toBe(
      'Nghị quyết 28/2026/QH16, Điều 2',
    );
  });
  it('tells restarts, transfers, extensions, half-days and forecasts', () => {
    const said = explainDeadline(vietnamCalendar, {
      ...ten,
      startedAt: at('2026-12-14T16:00'),
      startRule: 'onTransfer',
      regime: 'restart',
      limit: { amount: 9.5, unit: 'workingDays' },
      pauses: [{ from: at('2026-12-16T09:00'), to: at('2026-12-18T09:00'), reason: 'supplement' }],
      extensions: [
        {
          by: { amount: 2, unit: 'workingDays' },
          grantedAt: at('2026-12-28T09:00'),
          reason: 'phải xác minh',
        },
      ],
    });
    expect(said.steps.map(({ effect }) => effect).join(' ')).toBe(
      'starts sets sets starts restarts isNotCounted counts extends isNotCounted isNotCounted isNotCounted counts ends warns',
    );
    expect(said.text.vi).toContain('Gia hạn thêm 2 ngày làm việc, lý do: phải xác minh.');
    expect(said.text.vi).toContain('+9,5, tổng cộng 9,5');
  });
  it('tells a recorded restart as such, from the first start on', () => {
    const said = explainDeadline(vietnamCalendar, {
      ...ten,
      restartedAt: at('2026-11-18T09:00'),
      pauses: [{ from: at('2026-11-17T09:00'), to: at('2026-11-18T09:00'), reason: 'supplement' }],
    });
    expect(said.steps.slice(0, 5).map(({ effect, on }) => `${effect} ${on}`)).toStrictEqual([
      'starts 2026-11-16',
      'sets 2026-11-18',
      'sets 2026-11-18',
      'restarts 2026-11-18',
      'isNotCounted 2026-11-18',
    ]);
    expect(said.text.vi).toContain('Hết thời gian chờ bổ sung hồ sơ lúc 09:00 thứ Tư 18/11/2026');
    expect(evaluate(said)).toStrictEqual({ state: 'ends', dueOn: '2026-12-03' });
  });
  it('tells when a limit stands still', () => {
    const said = explainDeadline(vietnamCalendar, {
      ...ten,
      pauses: [{ from: at('2026-11-18T09:00'), reason: 'court' }],
    });
    expect(said.text.vi).toContain('tạm dừng từ 09:00 thứ Tư 18/11/2026 (chờ Tòa án): đã dùng 2, còn 8');
    expect(evaluate(said)).toStrictEqual({ state: 'standsStill', used: 2 });
  });
  it('is found out when a line is missing or wrong', () => {
    const said = explainDeadline(vietnamCalendar, ten);
    const gone = { ...said, steps: said.steps.filter((_, index) => index !== 7) };
    expect(evaluate(gone)).toStrictEqual({ state: 'wrong', why: 'nothing is said about 2026-11-24' });
    expect(evaluate({ ...said, limit: { amount: 11, unit: 'workingDays' } })).toStrictEqual({
      state: 'wrong',
      why: '10 counted, 11 wanted',
    });
  });
});
