import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Calendar, CalendarReference } from './calendar.js';
import { deadlineOf, type Deadline, type DeadlineQuestion } from './deadline.js';
import { faultTexts, type FaultCode } from './fault-texts.js';
import { readQuestion, type QuestionFault } from './question-input.js';
import { calendarFor, type CalendarRegister } from './register.js';

/** A question nobody can answer, and every reason why. */
export interface BadDeadlineQuestion {
  readonly refusal: 'BadDeadlineQuestion';
  readonly details: { readonly faults: readonly QuestionFault[] };
}

/** One answer on the command line. While a pause is open there is no date, and `usedDays` says how much was used up. */
export interface DeadlineAnswer {
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly usedDays?: number;
  readonly pausedSince?: Instant;
  readonly calendar: CalendarReference;
}

export interface AskedDeadline {
  readonly calendar: Calendar;
  readonly question: DeadlineQuestion;
  readonly deadline: Deadline;
}

function refusal(faults: readonly QuestionFault[]): BadDeadlineQuestion {
  return { refusal: 'BadDeadlineQuestion', details: { faults } };
}

function refused(field: string, code: FaultCode): BadDeadlineQuestion {
  return refusal([{ field, code, message: faultTexts[code] }]);
}

/** A question from outside with everything needed to answer or explain it, or the reasons why it is refused. */
export function askDeadline(register: CalendarRegister, input: unknown): AskedDeadline | BadDeadlineQuestion {
  const read = readQuestion(input);
  if ('faults' in read) return refusal(read.faults);
  const calendar = calendarFor(register, read.agency);
  if (calendar === undefined) return refused('agency', 'unknownAgency');
  try {
    return { calendar, question: read.question, deadline: deadlineOf(calendar, read.question) };
  } catch (error) {
    if (error instanceof RangeError) return refused('days', 'tooFar');
    throw error;
  }
}

/** What the command line says of a limit: its date, or what was used up while it stands still. */
export function answerOf(deadline: Deadline): DeadlineAnswer {
  const { provisional, calendar } = deadline;
  if (deadline.state === 'running') {
    return { dueOn: deadline.dueOn, dueAt: deadline.dueAt, provisional, calendar };
  }
  const { used, pausedSince } = deadline;
  return { dueOn: null, dueAt: null, provisional, usedDays: used, pausedSince, calendar };
}

/** One line in, one line out, in the same order: a JSON question, a JSON answer or refusal. */
export function answerLine(register: CalendarRegister, line: string): string {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return JSON.stringify(refused('', 'notJson'));
  }
  const asked = askDeadline(register, input);
  return JSON.stringify('refusal' in asked ? asked : answerOf(asked.deadline));
}
