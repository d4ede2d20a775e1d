import { dayOf, daysInMonth, weekdayOf } from './days.js';
import { WEEKDAYS, type CalendarEdition, type OfficeSession } from './edition.js';

/** What is wrong with a calendar, where, in words for its author. */
export interface CalendarFault {
  /** As `holidays[3].on`. */
  readonly path: string;
  readonly code:
    'shape' | 'missing' | 'badDate' | 'badTime' | 'order' | 'outside' | 'double' | 'contradiction';
  readonly message: string;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A date of the calendar that exists, in the years the tables answer for. */
export function isLocalDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || year < '2000' || year > '2099') return false;
  const monthNumber = Number(month);
  const dayNumber = Number(day);
  return (
    monthNumber >= 1 &&
    monthNumber <= 12 &&
    dayNumber >= 1 &&
    dayNumber <= daysInMonth(Number(year), monthNumber)
  );
}

type Report = (path: string, code: CalendarFault['code'], message: string) => void;

function checkSessions(sessions: readonly OfficeSession[], path: string, report: Report): void {
  sessions.forEach(({ opens, closes }, index) => {
    const at = `${path}[${index}]`;
    if (!TIME.test(opens) || !TIME.test(closes))
      return report(at, 'badTime', 'a sitting needs times as 07:30');
    if (opens >= closes) report(at, 'order', `opens at ${opens}, not before it closes at ${closes}`);
    const before = sessions[index - 1];
    if (before !== undefined && before.closes > opens)
      report(at, 'order', 'begins before the sitting above is over');
  });
}

function checkSpan(edition: CalendarEdition, report: Report): boolean {
  const { validFrom, validTo, forecastFrom } = edition;
  const dates = { validFrom, validTo, ...(forecastFrom === undefined ? {} : { forecastFrom }) };
  const bad = Object.entries(dates).filter(([, date]) => !isLocalDate(date));
  for (const [path, date] of bad) report(path, 'badDate', `${date} is no date from 2000 to 2099`);
  if (bad.length > 0) return false;
  if (validTo < validFrom) report('validTo', 'order', `${validTo} comes before ${validFrom}`);
  if (forecastFrom !== undefined && (forecastFrom < validFrom || forecastFrom > validTo)) {
    report('forecastFrom', 'outside', `${forecastFrom} lies outside ${validFrom} to ${validTo}`);
  }
  return true;
}

function checkHours(edition: CalendarEdition, report: Report): void {
  const { workingHours } = edition;
  if (workingHours.at(-1)?.season !== undefined || workingHours.length === 0) {
    report('workingHours', 'missing', 'the last entry must hold all year, without a season');
  }
  workingHours.forEach(({ byWeekday, season }, index) => {
    const path = `workingHours[${index}]`;
    for (const weekday of WEEKDAYS) checkSessions(byWeekday[weekday], `${path}.byWeekday.${weekday}`, report);
    const ends = season === undefined ? [] : [season.from, season.to];
    if (ends.some((end) => !isLocalDate(`2000-${end}`)))
      report(`${path}.season`, 'badDate', 'needs days as 04-15');
    if (season === undefined && index < workingHours.length - 1) {
      report(path, 'contradiction', 'holds all year, so that what follows is never reached');
    }
  });
}

/** Dates that exist, lie inside the edition and come once. */
function checkDates(edition: CalendarEdition, path: 'holidays' | 'makeUpDays', report: Report): void {
  const seen = new Set<string>();
  edition[path].forEach(({ on }, index) => {
    const at = `${path}[${index}].on`;
    if (!isLocalDate(on)) return report(at, 'badDate', `${on} is no date from 2000 to 2099`);
    if (on < edition.validFrom || on > edition.validTo)
      report(at, 'outside', `${on} lies outside the edition`);
    if (seen.has(on)) report(at, 'double', `${on} is listed twice`);
    seen.add(on);
  });
}

function isOrdinaryWorkingDay(edition: CalendarEdition, date: CalendarEdition['validFrom']): boolean {
  const weekday = WEEKDAYS[weekdayOf(dayOf(date))];
  const allYear = edition.workingHours.at(-1);
  return weekday !== undefined && (allYear?.byWeekday[weekday].length ?? 0) > 0;
}

function checkMakeUpDays(edition: CalendarEdition, report: Report): void {
  const off = new Set<string>(edition.holidays.map(({ on }) => on));
  edition.makeUpDays.forEach(({ on, insteadOf }, index) => {
    const at = `makeUpDays[${index}]`;
    if (!isLocalDate(on) || !isLocalDate(insteadOf))
      return report(at, 'badDate', 'needs two dates that exist');
    if (off.has(on)) report(`${at}.on`, 'contradiction', `${on} is a day off and a worked day at once`);
    if (isOrdinaryWorkingDay(edition, on)) report(`${at}.on`, 'contradiction', `${on} is worked anyway`);
    if (!off.has(insteadOf))
      report(`${at}.insteadOf`, 'contradiction', `${insteadOf} is not listed as a day off`);
  });
}

function checkNames(edition: CalendarEdition, report: Report): void {
  const named = { holidays: edition.holidays, makeUpDays: edition.makeUpDays, yearly: edition.yearly };
  for (const [list, entries] of Object.entries(named)) {
    entries.forEach(({ name, source }, index) => {
      if (name.vi === '' || name.en === '')
        report(`${list}[${index}].name`, 'missing', 'needs a name in both languages');
      if (source === '')
        report(`${list}[${index}].source`, 'missing', 'needs the notice or the law it stands in');
    });
  }
  if (edition.id === '') report('id', 'missing', 'needs an id');
  if (edition.version === '') report('version', 'missing', 'needs a version');
  if (edition.replaces === edition.version) report('replaces', 'contradiction', 'cannot replace itself');
}

/** Every fault of an edition at once; an edition with faults may not be published. */
export function checkEdition(edition: CalendarEdition): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const report: Report = (path, code, message) => faults.push({ path, code, message });
  checkNames(edition, report);
  checkHours(edition, report);
  if (!checkSpan(edition, report)) return faults;
  checkDates(edition, 'holidays', report);
  checkDates(edition, 'makeUpDays', report);
  checkMakeUpDays(edition, report);
  edition.holidays.forEach(({ sessions = [] }, index) =>
    checkSessions(sessions, `holidays[${index}].sessions`, report),
  );
  edition.yearly.forEach(({ monthDay }, index) => {
    if (!isLocalDate(`2000-${monthDay}`))
      report(`yearly[${index}].monthDay`, 'badDate', `${monthDay} is no day of a year`);
  });
  return faults;
}
