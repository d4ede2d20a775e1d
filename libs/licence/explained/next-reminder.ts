import { type DayDuration, latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { ExplanationStep } from '#libs/calendar/explanation.js';
import { dateText } from '#libs/calendar/explanation-texts.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Citation, Procedure } from '#libs/procedures/procedure.js';
import { type TimelyItem, nextReminder } from '../agenda.js';
import type { Licence } from '../licence.js';
import { obligationsOf } from '../obligations.js';
import { inDays } from '../reminders.js';
import {
  durationText,
  endText,
  explained,
  type LicenceExplanation,
  officeRule,
  step,
} from './explanation.js';

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
  if (!lead) return explained(step(['sets', cause.date], cause.citation, cause.text), dueReminder(on));
  const latest = latestDayBefore(calendar, cause.date, inDays(lead));
  return explained(...reminderSteps(cause, inDays(lead), { on, latest }));
}

/** On its day and after it a duty is reminded of as long as it is owed. */
function dueReminder(on: LocalDate): ExplanationStep {
  const told = dateText(on);
  const text = {
    vi: `Nhắc đúng hạn và sau hạn cho đến khi thực hiện: ${told.vi}.`,
    en: `Reminded on the day and after it until it is done: ${told.en}.`,
  };
  return step(['reminds', on], officeRule, text);
}

function reminderSteps(
  cause: Cause,
  lead: DayDuration,
  { on, latest }: { readonly on: LocalDate; readonly latest: LocalDate },
): readonly [...ExplanationStep[], ExplanationStep] {
  const [last, told, ahead] = [dateText(latest), dateText(on), durationText(lead)];
  const moved = step(['movesOn', on], officeRule, {
    vi: `${last.vi} là ngày nghỉ: nhắc vào ngày làm việc trước đó.`,
    en: `${last.en} is a day off: the reminder goes out on the working day before it.`,
  });
  return [
    step(['sets', cause.date], cause.citation, cause.text),
    step(['sets', latest], cause.citation, {
      vi: `Nhắc trước ${ahead.vi}, chậm nhất ngày ${last.vi}.`,
      en: `The reminder is ${ahead.en} ahead, on ${last.en} at the latest.`,
    }),
    ...(latest === on ? [] : [moved]),
    step(['reminds', on], officeRule, { vi: `Nhắc ngày ${told.vi}.`, en: `Reminded on ${told.en}.` }),
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

function causeOf({ command }: TimelyItem, licence: Licence, procedure: Procedure): Cause {
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
  return {
    date: licence.expiresOn,
    before: rule.renewalReminders,
    text: endText(licence.expiresOn),
    citation: rule.citation,
  };
}
