import { dateText } from '#libs/calendar/explanation-texts.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Licence } from '../licence.js';
import { civilCode, durationText, ends, explained, type LicenceExplanation, step } from './explanation.js';

/** What of a licence its term follows from. */
type Term = Pick<Licence, 'issuedOn' | 'expiresOn'> & Partial<Pick<Licence, 'extendedTerms'>>;

/** A term of years ends with the day of the same date, working day or not: a licence is no deadline. */
export function explainTerm(
  { issuedOn, expiresOn, extendedTerms = [] }: Term,
  { licence: { citation, supervision } }: Procedure,
): LicenceExplanation {
  const lastDays = [...extendedTerms.map((term) => term.expiresOn), expiresOn];
  const [first = expiresOn, ...later] = lastDays;
  const from = dateText(issuedOn);
  const years = yearsBetween(issuedOn, first);
  const extended = later.map((on, index) => {
    const [before, day] = [dateText(lastDays[index] ?? first), dateText(on)];
    return step(['extends', on], supervision?.extension.citation ?? citation, {
      vi: `Gia hạn lần ${index + 1}: từ ${before.vi} đến ${day.vi}.`,
      en: `Extension ${index + 1}: from ${before.en} to ${day.en}.`,
    });
  });
  const to = dateText(expiresOn);
  return explained(
    step(['starts', issuedOn], civilCode, {
      vi: `Giấy phép cấp ngày ${from.vi}; ngày đầu tiên không tính.`,
      en: `The licence was issued on ${from.en}; the first day is not counted.`,
    }),
    step(['sets', first], citation, {
      vi: `Thời hạn là ${years} năm.`,
      en: `The term is ${years} year(s).`,
    }),
    ...extended,
    step(['ends', expiresOn], civilCode, {
      vi: `Giấy phép có giá trị đến hết ngày ${to.vi}.`,
      en: `The licence is valid until the end of ${to.en}.`,
    }),
  );
}

/** Until when a licence is suspended; undefined where it is not. */
export function explainSuspension(licence: Licence, procedure: Procedure): LicenceExplanation | undefined {
  const rule = procedure.licence.supervision?.suspension;
  if (licence.stage !== 'suspended' || !rule) return undefined;
  const { suspendedOn, until, clause } = licence.suspension;
  const [from, lasts] = [dateText(suspendedOn), durationText(rule.lasts)];
  return explained(
    step(
      ['starts', suspendedOn],
      { source: clause, certainty: rule.citation.certainty },
      {
        vi: `Giấy phép bị đình chỉ từ ngày ${from.vi}.`,
        en: `The licence was suspended on ${from.en}.`,
      },
    ),
    step(['sets', suspendedOn], rule.citation, {
      vi: `Thời gian đình chỉ là ${lasts.vi}.`,
      en: `A suspension lasts ${lasts.en}.`,
    }),
    ends(until, civilCode),
  );
}

function yearsBetween(from: LocalDate, to: LocalDate): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}
