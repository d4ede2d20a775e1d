import type { LicenceCircumstances } from '../circumstances.js';
import type { Licence } from '../licence.js';
import { inspectionTask, openReports, openWork, reportTask } from '../work.js';
import { explainDocument, explainDocumentReminder } from './document.js';
import { explainExamination, explainExaminationReminder } from './examination.js';
import type { LicenceExplanation } from './explanation.js';
import { explainInspection, explainInspectionReminder } from './inspection.js';

type Rules = Pick<LicenceCircumstances, 'procedure' | 'calendar'>;

interface AskedDate {
  readonly task: string;
  readonly date: 'dueAt' | 'remindAt';
}

/** Why a task about a licence is due when it is, or its officer reminded; undefined where there is no such task. */
export function explainWork(
  licence: Licence,
  { task: id, date }: AskedDate,
  rules: Rules,
): (LicenceExplanation & { readonly at: string }) | undefined {
  const inspection = licence.inspections.find((one) => one.id === id);
  if (inspection) {
    const explain = date === 'dueAt' ? explainInspection : explainInspectionReminder;
    return { ...explain(inspection, rules), at: inspectionTask(inspection, rules.calendar)[date] };
  }
  const report = openReports(licence).find((one) => reportTask(one, rules.calendar).id === id);
  if (report) {
    const explain = date === 'dueAt' ? explainExamination : explainExaminationReminder;
    return { ...explain(report, rules), at: reportTask(report, rules.calendar)[date] };
  }
  const task = openWork(licence, rules.calendar).find((one) => one.id === id);
  const document = licence.documents.find((one) => one.id === task?.document);
  if (!task || !document) return undefined;
  const explain = date === 'dueAt' ? explainDocument : explainDocumentReminder;
  return { ...explain(document, rules), at: task[date] };
}
