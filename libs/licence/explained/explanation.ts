import { textOf } from '#libs/calendar/explained-parts.js';
import type { Explanation, ExplanationStep } from '#libs/calendar/explanation.js';
import { dateText, unitTexts } from '#libs/calendar/explanation-texts.js';
import type { Calendar, LegalSource } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';

/** Why a date of a licence is what it is, line by line. The last line bears the date. */
export type LicenceExplanation = Pick<Explanation, 'steps' | 'text'> & { readonly on: LocalDate };

export const civilCode = {
  source: 'Bộ luật Dân sự 91/2015/QH13, Điều 147 và Điều 148',
  certainty: 'secondary',
} as const satisfies LegalSource;
export const officeRule = {
  source: 'Quy trình nội bộ của cơ quan',
  certainty: 'officeRule',
} as const satisfies LegalSource;

export function step(
  [effect, on]: readonly [ExplanationStep['effect'], LocalDate],
  citation: ExplanationStep['citation'],
  text: Bilingual,
): ExplanationStep {
  return { effect, on, text, citation };
}

/** The date of the last step is the one that is explained. */
export function explained(...steps: readonly [...ExplanationStep[], ExplanationStep]): LicenceExplanation {
  const on = steps.at(-1)?.on ?? steps[0].on;
  return { on, steps, text: textOf(steps) };
}

/** The last day, on which something can still be done. */
export function ends(on: LocalDate, citation: ExplanationStep['citation']): ExplanationStep {
  const day = dateText(on);
  return step(['ends', on], citation, {
    vi: `Ngày cuối cùng là ${day.vi}.`,
    en: `The last day is ${day.en}.`,
  });
}

/** A last day by which something must have happened is never moved later (Civil Code 2015 Art. 148 moves ends of periods alone). */
export function endsUnmoved(on: LocalDate, citation: ExplanationStep['citation']): ExplanationStep {
  const day = dateText(on);
  return step(['ends', on], citation, {
    vi: `Ngày cuối cùng là ${day.vi}, không lùi lại dù là ngày nghỉ.`,
    en: `The last day is ${day.en}; it is never moved later, day off or not.`,
  });
}

/** A limit whose last day is a day off ends on the next working day. */
export function movedOn(counted: LocalDate, dueOn: LocalDate): readonly ExplanationStep[] {
  if (counted === dueOn) return [];
  const day = dateText(counted);
  return [
    step(['movesOn', counted], civilCode, {
      vi: `${day.vi} là ngày nghỉ: chuyển sang ngày làm việc tiếp theo.`,
      en: `${day.en} is a day off: the end moves to the next working day.`,
    }),
  ];
}

/** Whoever has the work is reminded on the last working day that is not after the last day. */
export function remindedOn(dueOn: LocalDate, { calendar }: { readonly calendar: Calendar }): ExplanationStep {
  const on = sameOrPreviousWorkingDay(calendar, dueOn);
  const day = dateText(on);
  return step(['reminds', on], officeRule, {
    vi: `Nhắc khi cơ quan mở cửa ngày ${day.vi}.`,
    en: `Reminded when offices open on ${day.en}.`,
  });
}

export function durationText({ amount, unit }: Duration): Bilingual {
  return { vi: `${amount} ${unitTexts[unit].vi}`, en: `${amount} ${unitTexts[unit].en}` };
}

export function endText(expiresOn: LocalDate): Bilingual {
  const day = dateText(expiresOn);
  return {
    vi: `Giấy phép hết hạn vào hết ngày ${day.vi}.`,
    en: `The licence ends at the end of ${day.en}.`,
  };
}
