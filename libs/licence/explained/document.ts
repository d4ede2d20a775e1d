import { dayAfter } from '#libs/calendar/alarms.js';
import { dateText } from '#libs/calendar/explanation-texts.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { OfficialDocument } from '../documents.js';
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

/** Why a document must be out by its last day: as a limit of the office, it ends on a working day. */
export function explainDocument(
  { orderedOn, dueOn }: OfficialDocument,
  { procedure, calendar }: Rules,
): LicenceExplanation {
  const rules = procedure.licence.supervision?.documents;
  const citation = rules?.citation ?? officeRule;
  const day = dateText(orderedOn);
  const begun = step(['starts', orderedOn], citation, {
    vi: `Văn bản được yêu cầu lập ngày ${day.vi}.`,
    en: `The document was ordered on ${day.en}.`,
  });
  if (!rules) return explained(begun, ends(dueOn, citation));
  const within = durationText(rules.within);
  const set = step(['sets', orderedOn], citation, {
    vi: `Ban hành trong ${within.vi}; ngày đầu tiên không tính.`,
    en: `It is to be out within ${within.en}; the first day is not counted.`,
  });
  const counted = dayAfter(calendar, orderedOn, inDays(rules.within));
  return explained(begun, set, ...movedOn(counted, dueOn), ends(dueOn, civilCode));
}

/** Whoever has the document is reminded on the last working day that is not after the last day. */
export function explainDocumentReminder(document: OfficialDocument, rules: Rules): LicenceExplanation {
  return explained(...explainDocument(document, rules).steps, remindedOn(document.dueOn, rules));
}
