import type { Command } from 'commander';
import { type CalendarDay, calendarDays } from '#libs/calendar/calendar-days.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { CalendarFault } from '#libs/calendar/edition-faults.js';
import { calendarFor, shippedRegister } from '#libs/calendar/register.js';
import { checkedEdition } from '../announcing/edition-file.js';
import { CliError } from '../cli-error.js';
import { addAnnounceCommand } from './announce.js';
import { print, printJson } from './open-log.js';

interface JsonOption {
  readonly json: boolean;
}

interface ShowOptions extends JsonOption {
  readonly year: string;
  readonly agency?: string;
}

export function addCalendarCommands(program: Command): void {
  const calendar = program.command('calendar').description('working days as data (lịch làm việc)');
  calendar
    .command('show')
    .description(
      'days that are no ordinary ones in a year, each with its notice or law, and the working days of each month (lịch một năm)',
    )
    .requiredOption('--year <year>', '2000 to 2099 (năm)')
    .option('--agency <code>', "whose calendar; without it the country's (mã cơ quan)")
    .option('--json', 'every day of the year as JSON', false)
    .action(showYear);
  calendar
    .command('check <file>')
    .description(
      'check a calendar edition in a JSON file, shape and sense, and list all faults at once (kiểm tra lịch)',
    )
    .option('--json', 'as JSON', false)
    .action(check);
  addAnnounceCommand(calendar);
}

function showYear({ year, agency, json }: ShowOptions): void {
  if (!/^20\d\d$/u.test(year))
    throw new CliError(`--year ${year}: năm 2000 đến 2099 (a year from 2000 to 2099)`);
  const calendar = calendarFor(shippedRegister, agency);
  if (!calendar) {
    throw new CliError(
      `--agency ${agency}: Cơ quan này chưa có lịch làm việc được đăng ký. (No calendar is registered for this agency.)`,
    );
  }
  const days = calendarDays(calendar, Number(year));
  const { id, version } = calendar;
  if (json) printJson({ calendar: { id, version }, year: Number(year), days });
  else for (const line of [titleOf(calendar), ...specialDays(days), ...months(days)]) print(line);
}

function titleOf({ edition: { name }, version }: Calendar): string {
  return `${name.vi}, phiên bản ${version} (${name.en}, edition ${version})`;
}

function specialDays(days: readonly CalendarDay[]): readonly string[] {
  return days
    .filter(({ kind }) => kind !== 'ordinary' && kind !== 'weeklyRest')
    .map(({ on, weekday, working, name, source, provisional }) => {
      const mark = provisional ? ' [tạm tính / provisional]' : '';
      const cited = source === undefined ? '' : ` · ${source.source} (${source.certainty})`;
      return `${on} ${weekday.padEnd(9)} ${working ? '+' : '-'} ${name.vi} (${name.en})${cited}${mark}`;
    });
}

function months(days: readonly CalendarDay[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { on, working } of days) {
    const month = on.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + (working ? 1 : 0));
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const lines = [...counts].map(([month, count]) => `${month}  ${count}`);
  return ['Số ngày làm việc (working days):', ...lines, `${days[0]?.on.slice(0, 4)}     ${all}`];
}

async function check(file: string, { json }: JsonOption): Promise<void> {
  const { edition, faults } = await checkedEdition(file);
  if (json) printJson({ ...(edition && { id: edition.id, version: edition.version }), faults });
  else for (const line of faults.map(faultLine)) print(line);
  if (edition && !json) print(`${edition.id} ${edition.version}: đạt (sound)`);
  if (faults.length > 0) process.exitCode = 1;
}

function faultLine({ path, message }: CalendarFault): string {
  return path === '' ? message : `${path}: ${message}`;
}
