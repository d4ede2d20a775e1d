import { dayAfter } from '#libs/calendar/alarms.js';
import { dateText } from '#libs/calendar/explanation-texts.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { Inspection } from '../inspections.js';
import { inDays } from '../reminders.js';
import {
  civilCode,
  durationText,
  ends,
  explained,
  type LicenceExplanation,
  movedOn,
  officeRule,
  remindedOn,
  step,
} from './explanation.js';

type Rules = Pick<LicenceCircumstances, 'procedure' | 'calendar'>;

/** Why an inspection must be done by its last day: as a limit of the office, it ends on a working day. */
export function explainInspection(
  inspection: Inspection,
  { procedure, calendar }: Rules,
): LicenceExplanation {
  const { askedOn, dueOn } = inspection;
  const limit = procedure.licence.supervision?.inspection;
  const asked = dateText(askedOn);
  const begun = step(['starts', askedOn], limit?.citation ?? officeRule, {
    vi: `Nghĩa vụ coi là không thực hiện ngày ${asked.vi}: yêu cầu kiểm tra.`,
    en: `The duty counted as missed on ${asked.en}: an inspection was asked for.`,
  });
  if (!limit) return explained(begun, ends(dueOn, officeRule));
  const within = durationText(limit.within);
  const set = step(['sets', askedOn], limit.citation, {
    vi: `Kiểm tra trong ${within.vi}; ngày đầu tiên không tính.`,
    en: `The inspection takes ${within.en} at most; the first day is not counted.`,
  });
  const counted = dayAfter(calendar, askedOn, inDays(limit.within));
  return explained(begun, set, ...movedOn(counted, dueOn), ends(dueOn, civilCode));
}

/** Its inspector is reminded on the last working day that is not after the last day. */
export function explainInspectionReminder(inspection: Inspection, rules: Rules): LicenceExplanation {
  return explained(...explainInspection(inspection, rules).steps, remindedOn(inspection.dueOn, rules));
}
