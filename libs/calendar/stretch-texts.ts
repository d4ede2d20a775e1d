import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { StepEffect } from './explanation.js';
import { dateText, reasonText } from './explanation-texts.js';

export const weeklyRest: Bilingual = { vi: 'nghỉ hằng tuần', en: 'weekly rest' };
export const counted: Bilingual = { vi: 'tính vào thời hạn', en: 'counted' };
export const countedSession: Bilingual = { vi: 'tính theo buổi làm việc', en: 'counted by office session' };
export const nextWorkingDay: Bilingual = { vi: 'ngày làm việc tiếp theo', en: 'the next working day' };

export function pauseReason(reason: string): Bilingual {
  const { vi, en } = reasonText(reason);
  return { vi: `tạm dừng, ${vi}`, en: `standing still, ${en}` };
}

interface Stretch {
  readonly effect: StepEffect;
  readonly dates: readonly LocalDate[];
  readonly reason: Bilingual;
  readonly amount: number;
  readonly total: number;
}

const MOVED: Partial<Record<StepEffect, Bilingual>> = {
  isNotCounted: { vi: 'không tính', en: 'not counted' },
  movesOn: {
    vi: 'ngày cuối là ngày nghỉ nên lùi sang',
    en: 'the last day is a day off, so the end moves on over',
  },
};

function period(dates: readonly LocalDate[], language: 'vi' | 'en'): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return dateText(first)[language];
  const from = dateText(first)[language];
  const to = dateText(last)[language];
  return language === 'vi' ? `từ ${from} đến ${to}` : `${from} to ${to}`;
}

const rounded = (amount: number): number => Math.round(amount * 1000) / 1000;

function sentence({ effect, dates, reason, amount, total }: Stretch, language: 'vi' | 'en'): string {
  const when = period(dates, language);
  const why = reason[language];
  if (effect === 'counts') {
    const sum = language === 'vi' ? 'tổng cộng' : 'in all';
    const line = `${when}: ${why}, +${rounded(amount)}, ${sum} ${rounded(total)}.`;
    return language === 'vi' ? line.replace(/(\d)\.(\d)/g, '$1,$2') : line;
  }
  const what = MOVED[effect]?.[language];
  return what === undefined ? `${when}: ${why}.` : `${when}: ${what} (${why}).`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function stretch(piece: Stretch): Bilingual {
  return { vi: capital(sentence(piece, 'vi')), en: capital(sentence(piece, 'en')) };
}
