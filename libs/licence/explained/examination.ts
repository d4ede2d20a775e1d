import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { OpenReport } from '../work.js';
import { explained, type LicenceExplanation, remindedOn } from './explanation.js';
import { explainOfficeLimit } from './office-limit.js';

type Rules = Pick<LicenceCircumstances, 'procedure' | 'calendar'>;

const began = (on: Bilingual): Bilingual => ({
  vi: `Báo cáo được nộp ngày ${on.vi}.`,
  en: `The report came in on ${on.en}.`,
});
const takes = (within: Bilingual): Bilingual => ({
  vi: `Kiểm tra báo cáo trong ${within.vi}; ngày đầu tiên không tính.`,
  en: `Its examination takes ${within.en} at most; the first day is not counted.`,
});

/** Why a report must be examined by its last day. */
export function explainExamination(
  { submittedOn: askedOn, examineBy: dueOn }: OpenReport,
  { procedure, calendar }: Rules,
): LicenceExplanation {
  const limit = procedure.licence.supervision?.examination;
  return explainOfficeLimit({ askedOn, dueOn, limit, began, takes }, calendar);
}

/** Who examines it is reminded on the last working day that is not after the last day. */
export function explainExaminationReminder(report: OpenReport, rules: Rules): LicenceExplanation {
  return explained(...explainExamination(report, rules).steps, remindedOn(report.examineBy, rules));
}
