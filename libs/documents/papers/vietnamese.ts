import type { LocalDate } from '#libs/kernel/time.js';
import { PaperError } from '../paper-error.js';

const GLUE = '\u00a0';
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u;
const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000;

/**
 * "ngày 05 tháng 01 năm 2026": days below 10 and the months 1 and 2 take a leading zero, so that nothing can be written in
 * front (Decree 30/2020 Annex I). No figure stands without its word.
 */
export function writtenDate(date: LocalDate, field: string): string {
  const { year, month, day } = partsOf(date, field);
  const shownMonth = month <= 2 ? `0${month}` : String(month);
  return `ngày${GLUE}${String(day).padStart(2, '0')} tháng${GLUE}${shownMonth} năm${GLUE}${year}`;
}

/** What somebody wrote, without the mark it ended in: the sentence it gets into brings its own. */
export function unended(text: string): string {
  return text.replace(/[.;\s]+$/u, '');
}

/** "14 giờ 30 phút, ngày 05 tháng 01 năm 2026", in Vietnamese time. */
export function writtenMoment(instant: string, field: string): string {
  const { time, date } = localOf(instant, field);
  const [hours, minutes] = time.split(':');
  return `${hours}${GLUE}giờ${GLUE}${minutes}${GLUE}phút, ${writtenDate(date, field)}`;
}

/** "14:30 05/01/2026", in Vietnamese time, for tables. */
export function shortMoment(instant: string, field: string): string {
  const { time, date } = localOf(instant, field);
  return `${time} ${shortDate(date, field)}`;
}

function localOf(instant: string, field: string): { time: string; date: LocalDate } {
  if (!MOMENT.test(instant)) throw new PaperError({ code: 'badFact', field, expected: 'an instant in UTC' });
  const local = new Date(Date.parse(instant) + HANOI_OFFSET_MS).toISOString();
  return { time: local.slice(11, 16), date: local.slice(0, 10) as LocalDate };
}

/** "05/01/2026", for tables and narrow lines. */
export function shortDate(date: LocalDate, field: string): string {
  const { year, month, day } = partsOf(date, field);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

function partsOf(date: string, field: string): { year: number; month: number; day: number } {
  const [, year, month, day] = (DATE.exec(date) ?? []).map(Number);
  const isReal =
    DATE.test(date) && !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
  if (isReal && year && month && day) return { year, month, day };
  throw new PaperError({ code: 'badFact', field, expected: 'a calendar date' });
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** "10 (mười)": a figure with its words, as terms are written. From 1 to 99. */
export function figureInWords(figure: number, field: string): string {
  if (!Number.isInteger(figure) || figure < 1 || figure > 99) {
    throw new PaperError({ code: 'badFact', field, expected: 'a whole number from 1 to 99' });
  }
  return `${String(figure).padStart(2, '0')}${GLUE}(${wordsOf(figure)})`;
}

function wordsOf(figure: number): string {
  const [tens, ones] = [Math.floor(figure / 10), figure % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  const ten = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  return ones === 0 ? ten : `${ten} ${unitAfterTens(ones, tens)}`;
}

function unitAfterTens(ones: number, tens: number): string {
  if (ones === 5) return 'lăm';
  return ones === 1 && tens > 1 ? 'mốt' : (DIGITS[ones] ?? '');
}

/** Keeps a text on one line: numbers of documents, names of articles. */
export function glued(text: string): string {
  return text.replaceAll(' ', GLUE);
}

/** A telephone number of the country, in groups as people write them; no date and no code of an enterprise is one. */
const PHONE = /(?<![\d/.-])(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)/gu;

/** Keeps each telephone number in a text on one line. */
export function phonesGlued(text: string): string {
  return text.replaceAll(PHONE, glued);
}
