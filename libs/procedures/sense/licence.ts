import { type ProcedureFault, fault } from '../fault.js';
import type { LicenceRule, Obligation, Procedure } from '../procedure.js';
import { hasTerm } from '../result.js';

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A licence that runs for years always has somebody to remind and a day to do it. */
export function licenceFaults(procedure: Procedure): readonly ProcedureFault[] {
  const { licence } = procedure;
  return [
    ...termFaults(licence, hasTerm(procedure)),
    ...documentFaults(licence),
    ...licence.obligations.flatMap((obligation, index) =>
      obligationFaults(obligation, licence.maxTermYears, `licence.obligations[${index}]`),
    ),
  ];
}

/** Years are granted, and their end is reminded of, where the result has a term; nowhere else. */
function termFaults({ maxTermYears, renewalReminders }: LicenceRule, isForYears: boolean) {
  if (maxTermYears > 0 !== isForYears) {
    return [
      fault('licence.maxTermYears', 'termMismatch', {
        vi: 'Số năm chỉ dùng cho kết quả có thời hạn, và phải có ở đó',
        en: 'Years belong to a result that has a term, and must be there',
      }),
    ];
  }
  return isForYears ? unheard('licence.renewalReminders', renewalReminders) : [];
}

/** Letters have a number of the issuer's register and say whom to call. */
function documentFaults({ supervision, issuer }: LicenceRule): readonly ProcedureFault[] {
  if (!supervision?.documents || (issuer?.letterSuffix !== undefined && issuer.desk !== undefined)) return [];
  return [
    fault('licence.supervision.documents', 'noSender', {
      vi: 'Văn bản cần ký hiệu công văn và số điện thoại của cơ quan cấp giấy phép',
      en: 'Documents need the suffix of letters and the telephone of the issuer',
    }),
  ];
}

function obligationFaults(
  { dueOn, firstAfterYears, remindBefore }: Obligation,
  maxTermYears: number,
  path: string,
): readonly ProcedureFault[] {
  return [
    ...(isYearlyDate(dueOn) ? [] : [invalidDate(`${path}.dueOn`, dueOn)]),
    ...(firstAfterYears <= maxTermYears ? [] : [neverOwed(`${path}.firstAfterYears`)]),
    ...unheard(`${path}.remindBefore`, remindBefore),
  ];
}

/** A date that every year has: 29 February is none. */
function isYearlyDate(monthDay: string): boolean {
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  const days = DAYS_OF_MONTHS[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function invalidDate(path: string, dueOn: string): ProcedureFault {
  return fault(path, 'invalidDate', {
    vi: `“${dueOn}” không phải là một ngày có trong mọi năm`,
    en: `"${dueOn}" is not a day of every year`,
  });
}

function neverOwed(path: string): ProcedureFault {
  return fault(path, 'neverOwed', {
    vi: 'Nghĩa vụ bắt đầu sau khi giấy phép đã hết hạn',
    en: 'The duty begins after the longest licence has ended',
  });
}

function unheard(path: string, reminders: readonly unknown[]): readonly ProcedureFault[] {
  if (reminders.length > 0) return [];
  return [
    fault(path, 'waitsForEver', {
      vi: 'Không có mốc nhắc nào: nghĩa vụ có thể trôi qua mà không ai hay',
      en: 'There is no reminder: the day may pass unnoticed',
    }),
  ];
}
