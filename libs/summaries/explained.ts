import { dateText } from '#libs/calendar/explanation-texts.js';
import {
  endsUnmoved,
  explained,
  type LicenceExplanation,
  step,
} from '#libs/licence/explained/explanation.js';
import type { Period } from '#libs/summary-duties/period.js';
import { reportingDuties, summaryDueOn } from '#libs/summary-duties/reporting-duties.js';

/** Why a summary is to be sent by its last day. */
export function explainSummary({ kind, year, toOn }: Period): LicenceExplanation {
  const { before, citation } = reportingDuties[kind];
  const [month, day] = before.split('-');
  const end = dateText(toOn);
  const dueOn = summaryDueOn({ kind, year });
  return explained(
    step(['starts', toOn], citation, {
      vi: `Kỳ báo cáo kết thúc ngày ${end.vi}.`,
      en: `The period ends on ${end.en}.`,
    }),
    step(['sets', dueOn], citation, {
      vi: `Báo cáo phải gửi trước ngày ${day}/${month}: chậm nhất là ngày liền trước.`,
      en: `The summary is to be sent before ${day}/${month}: on the day before at the latest.`,
    }),
    endsUnmoved(dueOn, citation),
  );
}
