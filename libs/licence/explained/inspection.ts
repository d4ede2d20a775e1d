import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { Inspection } from '../inspections.js';
import { explained, type LicenceExplanation, remindedOn } from './explanation.js';
import { explainOfficeLimit } from './office-limit.js';

type Rules = Pick<LicenceCircumstances, 'procedure' | 'calendar'>;

const began = (on: Bilingual): Bilingual => ({
  vi: `Nghĩa vụ coi là không thực hiện ngày ${on.vi}: yêu cầu kiểm tra.`,
  en: `The duty counted as missed on ${on.en}: an inspection was asked for.`,
});
const takes = (within: Bilingual): Bilingual => ({
  vi: `Kiểm tra trong ${within.vi}; ngày đầu tiên không tính.`,
  en: `The inspection takes ${within.en} at most; the first day is not counted.`,
});

/** Why an inspection must be done by its last day. */
export function explainInspection(
  { askedOn, dueOn }: Inspection,
  { procedure, calendar }: Rules,
): LicenceExplanation {
  const limit = procedure.licence.supervision?.inspection;
  return explainOfficeLimit({ askedOn, dueOn, limit, began, takes }, calendar);
}

/** Its inspector is reminded on the last working day that is not after the last day. */
export function explainInspectionReminder(inspection: Inspection, rules: Rules): LicenceExplanation {
  return explained(...explainInspection(inspection, rules).steps, remindedOn(inspection.dueOn, rules));
}
