import { latestDayBefore } from '#libs/calendar/alarms.js';
import { dateText } from '#libs/calendar/explanation-texts.js';
import type { Obligation, Procedure } from '#libs/procedures/procedure.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { Licence } from '../licence.js';
import { obligationsOf, type OwedObligation } from '../obligations.js';
import { inDays } from '../reminders.js';
import { renewalWindows, type RenewalWindow } from '../renewal.js';
import {
  durationText,
  endText,
  endsUnmoved,
  explained,
  type LicenceExplanation,
  officeRule,
  step,
} from './explanation.js';

/** Which date of a duty, or of the time in which a licence may be renewed. */
export type DutyDate = 'dueOn' | 'since';

type Rules = Pick<LicenceCircumstances, 'procedure' | 'calendar'>;

/** Why a duty of this id is due when it is, or begins when it does; undefined where the licence knows none of this id. */
export function explainDuty(
  licence: Licence,
  { id, date }: { readonly id: string; readonly date: DutyDate },
  rules: Rules,
): LicenceExplanation | undefined {
  const owed = obligationsOf(licence, rules.procedure).find((one) => one.id === id);
  if (owed) return explainOwed(licence, { owed, date }, rules);
  const windows = renewalWindows(licence, rules.procedure, rules.calendar);
  const window = windows.find((one) => one.id === id);
  if (!window) return undefined;
  return date === 'dueOn' ? closing(window, rules) : opening(licence, window, rules);
}

function explainOwed(
  licence: Licence,
  { owed, date }: { readonly owed: OwedObligation; readonly date: DutyDate },
  { procedure: { licence: rule } }: Rules,
): LicenceExplanation {
  const yearly = rule.obligations.find(({ code }) => code === owed.code);
  if (yearly) return date === 'dueOn' ? yearlyDue(licence, { owed, yearly }) : withLicence(licence, yearly);
  const clause = clauseOfAsked(licence, owed, rule);
  const begun = beginsAsked(owed, clause);
  return date === 'dueOn' ? explained(begun, endsUnmoved(owed.dueOn, clause)) : explained(begun);
}

function clauseOfAsked(
  { asked }: Licence,
  { id, kind }: OwedObligation,
  { supervision, citation }: Procedure['licence'],
): Obligation['citation'] {
  const { certainty } = supervision?.asked.find((one) => one.kind === kind)?.citation ?? citation;
  const source = asked.find(({ obligation }) => obligation === id)?.clause ?? citation.source;
  return { source, certainty };
}

function beginsAsked({ since, subject = '' }: OwedObligation, citation: Obligation['citation']) {
  const day = dateText(since);
  return step(['starts', since], citation, {
    vi: `Cơ quan cấp phép yêu cầu ngày ${day.vi} và ấn định hạn: ${subject}`,
    en: `The authority asked for it on ${day.en} and set the day: ${subject}`,
  });
}

function yearlyDue(
  { issuedOn }: Licence,
  { owed, yearly }: { readonly owed: OwedObligation; readonly yearly: Obligation },
): LicenceExplanation {
  const { dueOn, period } = owed;
  const [month, day] = yearly.dueOn.split('-');
  const from = dateText(issuedOn);
  const firstYear = Number(issuedOn.slice(0, 4)) + yearly.firstAfterYears;
  return explained(
    step(['starts', issuedOn], yearly.citation, {
      vi: `Giấy phép cấp ngày ${from.vi}; nghĩa vụ phát sinh hằng năm, lần đầu năm ${firstYear}.`,
      en: `The licence was issued on ${from.en}; the duty comes back every year, first in ${firstYear}.`,
    }),
    step(['sets', dueOn], yearly.citation, {
      vi: `Kỳ báo cáo năm ${period} chậm nhất ngày ${day}/${month} năm sau.`,
      en: `The report on ${period} is due by ${day}/${month} of the year after.`,
    }),
    endsUnmoved(dueOn, yearly.citation),
  );
}

function withLicence({ issuedOn }: Licence, { citation }: Obligation): LicenceExplanation {
  const day = dateText(issuedOn);
  return explained(
    step(['starts', issuedOn], citation, {
      vi: `Nghĩa vụ phát sinh cùng giấy phép, cấp ngày ${day.vi}.`,
      en: `The duty began with the licence, issued on ${day.en}.`,
    }),
  );
}

/** An extension is asked for so many days before the end, counted back and never moved later. */
function closing({ closesOn, expiresOn }: RenewalWindow, { procedure }: Rules): LicenceExplanation {
  const { citation, supervision } = procedure.licence;
  const source = supervision?.extension.citation ?? citation;
  const lead = durationText(supervision?.extension.fileBefore ?? { amount: 0, unit: 'calendarDays' });
  return explained(
    step(['sets', expiresOn], citation, endText(expiresOn)),
    step(['sets', closesOn], source, {
      vi: `Đề nghị gia hạn phải nộp trước ngày hết hạn ít nhất ${lead.vi}.`,
      en: `An extension must be asked for at least ${lead.en} before the end.`,
    }),
    endsUnmoved(closesOn, source),
  );
}

/** The law knows no earliest day; the office speaks of it from its first reminder on. */
function opening(
  { issuedOn }: Licence,
  { opensOn, expiresOn }: RenewalWindow,
  { procedure, calendar }: Rules,
): LicenceExplanation {
  const { citation, renewalReminders } = procedure.licence;
  const ending = step(['sets', expiresOn], citation, endText(expiresOn));
  const day = dateText(opensOn);
  const opens = step(['starts', opensOn], officeRule, {
    vi: `Mở từ ngày ${day.vi}; luật không quy định ngày sớm nhất.`,
    en: `It opens on ${day.en}; the law knows no earliest day.`,
  });
  const lead = renewalReminders.find((by) => latestDayBefore(calendar, expiresOn, inDays(by)) >= issuedOn);
  if (!lead) return explained(ending, opens);
  const ahead = durationText(lead);
  const first = step(['sets', opensOn], officeRule, {
    vi: `Nhắc gia hạn lần đầu trước ngày hết hạn ${ahead.vi}, vào ngày làm việc.`,
    en: `The first reminder comes ${ahead.en} before the end, on a working day.`,
  });
  return explained(ending, first, opens);
}
