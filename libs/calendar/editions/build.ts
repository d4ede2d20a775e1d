import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Holiday, HolidayKind, LegalSource, MakeUpDay } from '../edition.js';
import { dateOfDay, dayOf } from '../days.js';

/** Short forms in which the yearly lists are written down; `day` is read as in the notice: month-day. */
export interface YearOfDays {
  readonly year: number;
  readonly notice: LegalSource;
  readonly days: readonly (readonly [monthDays: string, name: Bilingual, kind?: HolidayKind])[];
  /** The weekday taken off, the Saturday worked for it, and the occasion. */
  readonly swaps?: readonly (readonly [
    off: LocalDate,
    worked: LocalDate,
    name: Bilingual,
    notice?: LegalSource,
  ])[];
}

const SUFFIX: Record<HolidayKind, Bilingual> = {
  holiday: { vi: '', en: '' },
  substitute: { vi: ' (nghỉ bù)', en: ' (day off in lieu)' },
  swap: { vi: ' (nghỉ hoán đổi)', en: ' (exchanged for a worked Saturday)' },
  closure: { vi: '', en: '' },
};

function named(name: Bilingual, kind: HolidayKind): Bilingual {
  return { vi: name.vi + SUFFIX[kind].vi, en: name.en + SUFFIX[kind].en };
}

/** `02-14..02-20` or a single `04-25`. */
function datesOf(year: number, monthDays: string): LocalDate[] {
  const [first, last] = monthDays.split('..');
  const from = dayOf(`${year}-${first}` as LocalDate);
  const to = last === undefined ? from : dayOf(`${year}-${last}` as LocalDate);
  return Array.from({ length: to - from + 1 }, (_, index) => dateOfDay(from + index));
}

export function holidaysOf(years: readonly YearOfDays[]): Holiday[] {
  return years.flatMap(({ year, notice, days, swaps = [] }) => [
    ...days.flatMap(([monthDays, name, kind = 'holiday']) =>
      datesOf(year, monthDays).map((on): Holiday => ({ on, name: named(name, kind), kind, ...notice })),
    ),
    ...swaps.map(([on, , name, own = notice]): Holiday => ({
      on,
      name: named(name, 'swap'),
      kind: 'swap',
      ...own,
    })),
  ]);
}

export function makeUpDaysOf(years: readonly YearOfDays[]): MakeUpDay[] {
  return years.flatMap(({ notice, swaps = [] }) =>
    swaps.map(([insteadOf, on, name, own = notice]): MakeUpDay => ({
      on,
      insteadOf,
      name: { vi: `Làm bù cho ngày nghỉ ${name.vi}`, en: `Worked for the day off at ${name.en}` },
      ...own,
    })),
  );
}
