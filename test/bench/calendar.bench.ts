import { vietnamCalendar, buildCalendar, type Calendar } from '#libs/calendar/calendar.js';
import { answerLine } from '#libs/calendar/batch.js';
import { deadlineOf, type DeadlineQuestion } from '#libs/calendar/deadline.js';
import { vietnamEditionBeforeCultureDay } from '#libs/calendar/editions/vietnam.js';
import { recomputeInSlices, type OpenClock } from '#libs/calendar/recompute.js';
import { shippedRegister } from '#libs/calendar/register.js';
import { isWorkingDay } from '#libs/calendar/working-days.js';
import { instantFromEpoch, type LocalDate } from '#libs/kernel/time.js';
import type { Figure, Run } from './figure.js';
import { figureOf } from './figure.js';

const RUNS = 12;
const QUESTIONS = 2000;
const CLOCKS = 100_000;
const SLICE = 500;
const DAY_MS = 86_400_000;
const HANOI_MS = 7 * 3_600_000;
const FIRST_START = Date.UTC(2025, 0, 2, 2);

/** C1: a due date with three pauses over a year. C2, C3: a new edition for 100,000 open clocks. C4: 100,000 lines. */
export async function calendarFigures(): Promise<Figure[]> {
  return [dueDate(), ...(await newEdition()), lines()];
}

/** Processor time of this process: what other work on the machine does is no matter of ours. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Questions that differ in every date, so that nothing can be remembered from one to the next. */
function yearLongQuestion(index: number): DeadlineQuestion {
  const startMs = FIRST_START + (index % 300) * DAY_MS + (index % 480) * 60_000;
  const at = (days: number): DeadlineQuestion['startedAt'] => instantFromEpoch(startMs + days * DAY_MS);
  const pauses = [20, 100, 180].map((after) => ({
    from: at(after),
    to: at(after + 15 + (index % 7)),
    reason: 'supplement',
  }));
  return { startedAt: at(0), limit: { amount: 210, unit: 'workingDays' }, pauses };
}

/** What one would write by hand: the same facts in, the same date out, one day after the other over a set of days off. */
function bareLoop({ startedAt, limit, pauses }: DeadlineQuestion, daysOff: ReadonlySet<number>): string {
  const dayOf = (instant: string): number => Math.floor((Date.parse(instant) + HANOI_MS) / DAY_MS);
  const stops = pauses.map(({ from, to }) => ({
    from: dayOf(from),
    to: to === undefined ? Infinity : dayOf(to),
  }));
  let day = dayOf(startedAt);
  let used = 0;
  while (used < limit.amount) {
    day += 1;
    const today = day;
    if (!daysOff.has(today) && !stops.some(({ from, to }) => from < today && today <= to)) used += 1;
  }
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function daysOffOf(calendar: Calendar): ReadonlySet<number> {
  const days = Array.from({ length: 4 * 366 }, (_, index) => Date.UTC(2025, 0, 1) / DAY_MS + index);
  const dateOf = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;
  return new Set(days.filter((day) => !isWorkingDay(calendar, dateOf(day))));
}

function microsecondsEach(
  questions: readonly DeadlineQuestion[],
  answer: (question: DeadlineQuestion) => unknown,
): number {
  const begun = cpuMs();
  for (const question of questions) answer(question);
  return ((cpuMs() - begun) * 1000) / questions.length;
}

function dueDate(): Figure {
  const questions = Array.from({ length: QUESTIONS }, (_, index) => yearLongQuestion(index));
  const daysOff = daysOffOf(vietnamCalendar);
  const ours = (question: DeadlineQuestion): unknown => deadlineOf(vietnamCalendar, question);
  const bare = (question: DeadlineQuestion): unknown => bareLoop(question, daysOff);
  for (const question of questions) {
    const deadline = deadlineOf(vietnamCalendar, question);
    const dueOn = deadline.state === 'running' ? deadline.dueOn : undefined;
    if (dueOn !== bareLoop(question, daysOff))
      throw new Error(`Not the same date for ${JSON.stringify(question)}`);
  }
  for (let warm = 0; warm < RUNS; warm += 1)
    [ours, bare].forEach((answer) => microsecondsEach(questions, answer));
  const runs: Run[] = Array.from({ length: RUNS }, () => ({
    value: microsecondsEach(questions, ours),
    floor: microsecondsEach(questions, bare),
  }));
  const name = 'a due date with three pauses over a year, CPU (floor: a bare loop over the same days)';
  return figureOf({ id: 'C1', name, unit: 'µs' }, runs);
}

function openClocks(): OpenClock<number>[] {
  return Array.from({ length: CLOCKS }, (_, index) => ({ key: index, question: yearLongQuestion(index) }));
}

async function newEdition(): Promise<Figure[]> {
  const editions = { from: buildCalendar(vietnamEditionBeforeCultureDay), to: vietnamCalendar };
  const daysOff = { from: daysOffOf(editions.from), to: daysOffOf(editions.to) };
  const clocks = openClocks();
  const whole: Run[] = [];
  const longest: Run[] = [];
  for (let run = 0; run < RUNS / 2; run += 1) {
    const begunFloor = cpuMs();
    clocks.filter(({ question }) => bareLoop(question, daysOff.from) !== bareLoop(question, daysOff.to));
    const floor = cpuMs() - begunFloor;
    const begun = cpuMs();
    const held = await turns(recomputeInSlices(editions, clocks, SLICE));
    whole.push({ value: cpuMs() - begun, floor });
    longest.push({ value: held, floor: (floor * SLICE) / CLOCKS });
  }
  const of = `${CLOCKS} open clocks under a new edition, CPU`;
  return [
    figureOf({ id: 'C2', name: `${of} (floor: the bare loop for both editions)`, unit: 'ms' }, whole),
    figureOf(
      {
        id: 'C3',
        name: `${of}, longest hold of the event loop (floor: the bare loop's mean slice)`,
        unit: 'ms',
      },
      longest,
    ),
  ];
}

/** Lets others have their turn after each slice; the longest time nobody else could run, had we a core to ourselves. */
async function turns(slices: Iterable<unknown>): Promise<number> {
  let longest = 0;
  let begun = cpuMs();
  for (const _ of slices) {
    longest = Math.max(longest, cpuMs() - begun);
    await new Promise<void>((resolve) => setImmediate(resolve));
    begun = cpuMs();
  }
  return longest;
}

function lines(): Figure {
  const text = Array.from({ length: CLOCKS }, (_, index) => {
    const { startedAt, pauses } = yearLongQuestion(index);
    return JSON.stringify({ from: startedAt, days: 210, unit: 'working', pauses });
  });
  const runs: Run[] = Array.from({ length: 3 }, () => {
    const begunFloor = cpuMs();
    for (const line of text) JSON.stringify(JSON.parse(line));
    const floor = cpuMs() - begunFloor;
    const begun = cpuMs();
    for (const line of text) answerLine(shippedRegister, line);
    return { value: cpuMs() - begun, floor };
  });
  const name = `${CLOCKS} lines of questions with three pauses, CPU (floor: JSON in and out)`;
  return figureOf({ id: 'C4', name, unit: 'ms' }, runs);
}
