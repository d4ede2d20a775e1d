import { type ProcedureFault, fault } from '../fault.js';
import type { LicenceRule, Obligation } from '../procedure.js';

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A licence that runs for years always has somebody to remind and a day to do it. */
export function licenceFaults(licence: LicenceRule): readonly ProcedureFault[] {
  return [
    ...licence.obligations.flatMap((obligation, index) =>
      obligationFaults(obligation, licence.maxTermYears, `licence.obligations[${index}]`),
    ),
    ...unheard('licence.renewalReminders', licence.renewalReminders),
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
