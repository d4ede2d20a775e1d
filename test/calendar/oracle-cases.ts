import type { CalendarEdition } from '#libs/calendar/edition.js';
import { buildCalendar, type Calendar } from '#libs/calendar/calendar.js';
import { deadlineOf, type DeadlineQuestion } from '#libs/calendar/deadline.js';
import { giaLaiEdition } from '#libs/calendar/editions/gia-lai.js';
import { vietnamEdition, vietnamEditionBeforeCultureDay } from '#libs/calendar/editions/vietnam.js';
import { oddEdition } from './odd-edition.js';

export const editions: readonly CalendarEdition[] = [
  vietnamEdition,
  vietnamEditionBeforeCultureDay,
  giaLaiEdition,
  oddEdition,
];
const calendars: readonly Calendar[] = editions.map(buildCalendar);

/** One line of the oracle: a question and what it found by walking. */
export interface OracleCase {
  readonly edition: number;
  readonly question: DeadlineQuestion;
  readonly answer:
    | { readonly used: number }
    | { readonly dueOn: string; readonly dueAt: string; readonly provisional: boolean };
}

function calendarOf({ edition }: OracleCase): Calendar {
  const calendar = calendars[edition];
  if (calendar === undefined) throw new Error(`The oracle used edition ${edition}, which is not there`);
  return calendar;
}

/** Our answer in the oracle's words. */
export function ourAnswer(one: OracleCase): OracleCase['answer'] {
  const deadline = deadlineOf(calendarOf(one), one.question);
  if (deadline.state === 'paused') return { used: deadline.used };
  const { dueOn, dueAt, provisional } = deadline;
  return { dueOn, dueAt, provisional };
}

export function agrees(one: OracleCase): boolean {
  return JSON.stringify(ourAnswer(one)) === JSON.stringify(one.answer);
}

export function parseCase(line: string): OracleCase {
  return JSON.parse(line) as OracleCase;
}
