/** A mistake somebody could make in the calendar, as a replacement of one piece of its source. */
export interface PlantedFault {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const fault = (what: string, file: string, change: readonly [from: string, to: string]): PlantedFault => ({
  what,
  file,
  from: change[0],
  to: change[1],
});

export const faults: readonly PlantedFault[] = [
  fault('the day changes at midnight in UTC', 'days.ts', ['>= 17 ? 1 : 0', '>= 24 ? 1 : 0']),
  fault('the day changes an hour late', 'days.ts', ['VIETNAM_OFFSET_MS = 7 *', 'VIETNAM_OFFSET_MS = 6 *']),
  fault('every fourth year of a century is a leap year but none else', 'days.ts', [
    'year % 100 !== 0) || year % 400 === 0',
    'year % 100 !== 0)',
  ]),
  fault('the corresponding day spills into the next month', 'days.ts', [
    'Math.min(from.day, daysInMonth(year, month))',
    'from.day',
  ]),
  fault('weeks begin on Sunday', 'days.ts', ['((dayNumber + 3) % 7)', '((dayNumber + 4) % 7)']),
  fault('the first day is counted', 'scales.ts', [
    'position: (ms) => workingThrough(calendar, localDayOfMs(ms)),',
    'position: (ms) => workingThrough(calendar, localDayOfMs(ms) - 1),',
  ]),
  fault('the end is not moved on from a day off', 'scales.ts', [
    'endOfDay(calendar, rolled(calendar, position), position - 1)',
    'endOfDay(calendar, position, position - 1)',
  ]),
  fault('a limit is late when the office closes', 'scales.ts', [
    'lapsesMs: msOfLocal(day + 1), askedAfter',
    'lapsesMs: closeOf(calendar, day), askedAfter',
  ]),
  fault('the session that holds the start is counted', 'scales.ts', [
    'msOfLocal(day, opens) > ms)',
    'msOfLocal(day, opens) >= ms)',
  ]),
  fault('office time goes on after closing', 'scales.ts', [
    'Math.min(Math.max(ms - msOfLocal(day, opens), 0), (closes - opens) * 60_000)',
    'Math.max(ms - msOfLocal(day, opens), 0)',
  ]),
  fault('a make-up Saturday is off', 'day-tables.ts', [
    'if (found.makeUp) return ordinary(dayOf(found.makeUp.insteadOf));',
    'if (found.makeUp) return ordinary(day);',
  ]),
  fault('yearly holidays hold before their law', 'day-tables.ts', [
    'from === undefined ? FIRST_DAY : dayOf(from)',
    'from === undefined ? FIRST_DAY : FIRST_DAY',
  ]),
  fault('half-days are closed', 'day-tables.ts', ['sittingsOf(found.holiday.sessions ?? [])', '[]']),
  fault('a season does not cross the new year', 'day-tables.ts', [
    'monthDay >= season.from || monthDay <= season.to',
    'monthDay >= season.from',
  ]),
  fault('a forecast is taken for certain', 'day-tables.ts', [
    'if (day < from || day > to) return true;',
    'if (day < from) return true;',
  ]),
  fault('pauses that overlap count twice', 'course.ts', [
    'pause.fromMs > last.toMs',
    'pause.fromMs > last.fromMs',
  ]),
  fault('a pause inside another ends it', 'course.ts', ['else if (pause.toMs > last.toMs)', 'else']),
  fault('pauses are taken in the order given', 'course.ts', ['.sort((a, b) => a.fromMs - b.fromMs)', '']),
  fault('a pause after the end moves it', 'course.ts', ['if (target <= from) break;', '']),
  fault('a supplement after the end revives the limit', 'course.ts', [
    'if (ended || block.toMs === Infinity)',
    'if (block.toMs === Infinity)',
  ]),
  fault('a restart resumes', 'course.ts', [
    "question.regime === 'restart' ?",
    'question.regime === undefined ?',
  ]),
  fault('extensions of an earlier count live on', 'course.ts', [
    'extensions.filter(({ grantedAt }) => msOf(grantedAt) >= startMs)',
    'extensions',
  ]),
  fault('the cut-off is 16:00', 'transfer.ts', ['CUT_OFF_MINUTE = 15 * 60', 'CUT_OFF_MINUTE = 16 * 60']),
  fault('15:00 sharp is too late', 'transfer.ts', [
    'receivedMs <= msOfLocal(day, CUT_OFF_MINUTE)',
    'receivedMs < msOfLocal(day, CUT_OFF_MINUTE)',
  ]),
  fault('the apology is due on the next working day', 'alarms.ts', [
    'return sameOrPreviousWorkingDay(calendar, lastDayBefore(dueOn));',
    'return addWorkingDays(calendar, lastDayBefore(dueOn), 1);',
  ]),
  fault('reminders forget the pauses', 'progress.ts', [
    'pushBack(scale, { start, length: length * share }, route.blocks)',
    'pushBack(scale, { start, length: length * share }, [])',
  ]),
  fault('a moved paused clock is not told', 'recompute.ts', ['before.left !== after.left', 'false']),
  fault('a pause before the start is let in', 'question-input.ts', [
    'if (from < startedAt) report',
    'if (from > startedAt) report',
  ]),
  fault('30 February is read as 2 March', 'edition-faults.ts', [
    'dayNumber <= daysInMonth(Number(year), monthNumber)',
    'dayNumber <= 31',
  ]),
  fault('the explanation leaves out the days off', 'stretches.ts', [
    'if (day > left)',
    'if (!isWorking(leg.calendar, day)) continue;\n    if (day > left)',
  ]),
];
