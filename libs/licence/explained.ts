import { type DayDuration, latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import { textOf } from '#libs/calendar/explained-parts.js';
import type { Explanation, ExplanationStep } from '#libs/calendar/explanation.js';
import { dateText, unitTexts } from '#libs/calendar/explanation-texts.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Citation, Procedure } from '#libs/procedures/procedure.js';
import { type LicenceAgendaItem, nextReminder } from './agenda.js';
import type { Licence } from './licence.js';
import { obligationsOf } from './obligations.js';
import { inDays } from './reminders.js';

/** Why a date of a licence is what it is, line by line. */
export type LicenceExplanation = Pick<Explanation, 'steps' | 'text'> & { readonly on: LocalDate };

const civilCode = {
  source: 'Bộ luật Dân sự 91/2015/QH13, Điều 147 và Điều 148',
  certainty: 'secondary',
} as const;
const officeHours = { source: 'Quy trình nội bộ của cơ quan', certainty: 'officeRule' } as const;

/** A term of years ends with the day of the same date, working day or not: a licence is no deadline. */
export function explainTerm(
  { issuedOn, expiresOn }: Pick<Licence, 'issuedOn' | 'expiresOn'>,
  citation: Citation,
): LicenceExplanation {
  const years = Number(expiresOn.slice(0, 4)) - Number(issuedOn.slice(0, 4));
  const [from, to] = [dateText(issuedOn), dateText(expiresOn)];
  return explained(expiresOn, [
    step(['starts', issuedOn], civilCode, {
      vi: `Giấy phép cấp ngày ${from.vi}; ngày đầu tiên không tính.`,
      en: `The licence was issued on ${from.en}; the first day is not counted.`,
    }),
    step(['sets', issuedOn], citation, {
      vi: `Thời hạn là ${years} năm.`,
      en: `The term is ${years} year(s).`,
    }),
    step(['ends', expiresOn], civilCode, {
      vi: `Giấy phép có giá trị đến hết ngày ${to.vi}.`,
      en: `The licence is valid until the end of ${to.en}.`,
    }),
  ]);
}

/** Why the holder is reminded next on that day; undefined where only the end of the licence is still to come. */
export function explainNextReminder(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): LicenceExplanation | undefined {
  const next = nextReminder(licence, procedure, calendar);
  if (!next) return undefined;
  const cause = causeOf(next, licence, procedure);
  const on = localDateOf(next.at);
  const lead = cause.before.find((by) => reminded(calendar, cause.date, by) === on);
  if (!lead)
    return explained(on, [step(['sets', cause.date], cause.citation, cause.text), ...dueReminder(on)]);
  return explained(
    on,
    reminderSteps(cause, inDays(lead), { on, latest: latestDayBefore(calendar, cause.date, inDays(lead)) }),
  );
}

/** On its day and after it a duty is reminded of as long as it is owed. */
function dueReminder(on: LocalDate): readonly ExplanationStep[] {
  const told = dateText(on);
  const text = {
    vi: `Nhắc đúng hạn và sau hạn cho đến khi thực hiện: ${told.vi}.`,
    en: `Reminded on the day and after it until it is done: ${told.en}.`,
  };
  return [step(['reminds', on], officeHours, text)];
}

function reminderSteps(
  cause: Cause,
  { amount, unit }: DayDuration,
  { on, latest }: { readonly on: LocalDate; readonly latest: LocalDate },
): readonly ExplanationStep[] {
  const [last, told] = [dateText(latest), dateText(on)];
  const moved = step(['movesOn', on], officeHours, {
    vi: `${last.vi} là ngày nghỉ: nhắc vào ngày làm việc trước đó.`,
    en: `${last.en} is a day off: the reminder goes out on the working day before it.`,
  });
  return [
    step(['sets', cause.date], cause.citation, cause.text),
    step(['sets', latest], cause.citation, {
      vi: `Nhắc trước ${amount} ${unitTexts[unit].vi}, chậm nhất ngày ${last.vi}.`,
      en: `The reminder is ${amount} ${unitTexts[unit].en} ahead, on ${last.en} at the latest.`,
    }),
    ...(latest === on ? [] : [moved]),
    step(['reminds', on], officeHours, { vi: `Nhắc ngày ${told.vi}.`, en: `Reminded on ${told.en}.` }),
  ];
}

function reminded(calendar: Calendar, date: LocalDate, by: Parameters<typeof inDays>[0]): LocalDate {
  return sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, date, inDays(by)));
}

interface Cause {
  readonly date: LocalDate;
  readonly before: Procedure['licence']['renewalReminders'];
  readonly text: Bilingual;
  readonly citation: Citation;
}

function causeOf({ command }: LicenceAgendaItem, licence: Licence, procedure: Procedure): Cause {
  const { licence: rule } = procedure;
  if (command.type === 'remindObligation') {
    const { obligation: code, dueOn } = command.data;
    const duty = obligationsOf(licence, procedure).find((one) => one.code === code && one.dueOn === dueOn);
    const yearly = rule.obligations.find((one) => one.code === code);
    const day = dateText(dueOn);
    const name = duty?.name ?? { vi: code, en: code };
    return {
      date: dueOn,
      before: duty?.remindBefore ?? [],
      text: { vi: `${name.vi}: hạn cuối ${day.vi}.`, en: `${name.en}: owed by ${day.en}.` },
      citation: yearly?.citation ?? rule.citation,
    };
  }
  const end = dateText(licence.expiresOn);
  return {
    date: licence.expiresOn,
    before: rule.renewalReminders,
    text: {
      vi: `Giấy phép hết hạn vào hết ngày ${end.vi}.`,
      en: `The licence ends at the end of ${end.en}.`,
    },
    citation: rule.citation,
  };
}

function step(
  [effect, on]: readonly [ExplanationStep['effect'], LocalDate],
  citation: ExplanationStep['citation'],
  text: Bilingual,
): ExplanationStep {
  return { effect, on, text, citation };
}

function explained(on: LocalDate, steps: readonly ExplanationStep[]): LicenceExplanation {
  return { on, steps, text: textOf(steps) };
}
