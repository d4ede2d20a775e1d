import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time.js';
import { figureInWords, phonesGlued, shortDate, writtenDate, writtenMoment } from './vietnamese.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('dates as Decree 30/2020 writes them', () => {
  test.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('%s is %s', (date, written) => {
    expect(plain(writtenDate(date as LocalDate, 'issuedOn'))).toBe(written);
  });

  test('an instant is told in Vietnamese time', () => {
    expect(plain(writtenMoment('2026-01-04T18:30:00.000Z', 'at'))).toBe(
      '01 giờ 30 phút, ngày 05 tháng 01 năm 2026',
    );
    expect(shortDate('2026-03-09' as LocalDate, 'on')).toBe('09/03/2026');
  });

  test.each(['2026-02-30', '2026-13-01', '5/1/2026', ''])('%j is no date', (date) => {
    expect(() => writtenDate(date as LocalDate, 'issuedOn')).toThrow(
      expect.objectContaining({ code: 'badFact', field: 'issuedOn' }),
    );
  });
});

describe('figures in words', () => {
  test.each([
    [1, '01 (một)'],
    [5, '05 (năm)'],
    [10, '10 (mười)'],
    [15, '15 (mười lăm)'],
    [21, '21 (hai mươi mốt)'],
    [99, '99 (chín mươi chín)'],
  ])('%i is %s', (figure, words) => {
    expect(plain(figureInWords(figure, 'termYears'))).toBe(words);
  });

  test.each([0, 100, 1.5])('%d is refused', (figure) => {
    expect(() => figureInWords(figure, 'termYears')).toThrow(expect.objectContaining({ code: 'badFact' }));
  });
});

describe('a telephone number', () => {
  test.each([
    ['Ông An; điện thoại: 0912 345 679', '0912_345_679'],
    ['0215 3825 100; 0912 345 679', '0215_3825_100; 0912_345_679'],
    ['gọi +84 912 345 679.', '+84_912_345_679'],
    ['máy 0912.345.679', '0912.345.679'],
  ])('in “%s” stays on one line', (text, kept) => {
    expect(phonesGlued(text).replaceAll('\u00a0', '_')).toContain(kept);
  });

  test.each([
    'mã số 0100109106 0912',
    'ngày 05 01 2026',
    'số 12, đường 30 tháng 4, phường 10',
    '05/01/2026 08 giờ',
  ])('is nothing in “%s”', (text) => expect(phonesGlued(text)).toBe(text));
});
