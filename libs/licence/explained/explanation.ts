import { textOf } from '#libs/calendar/explained-parts.js';
import type { Explanation, ExplanationStep } from '#libs/calendar/explanation.js';
import { dateText, unitTexts } from '#libs/calendar/explanation-texts.js';
import type { LegalSource } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
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
