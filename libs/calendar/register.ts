import type { Instant } from '#libs/kernel/time.js';
import { buildCalendar, type Calendar, type CalendarReference } from './calendar.js';
import type { CalendarEdition } from './edition.js';
import { giaLaiEdition } from './editions/gia-lai.js';
import { vietnamEdition, vietnamEditionBeforeCultureDay } from './editions/vietnam.js';

/** All editions there are, ready for counting, the oldest first. */
export interface CalendarRegister {
  readonly calendars: readonly Calendar[];
  /** Agencies (or whole provinces, `H21`) that keep the country's calendar; with `*` every agency does. */
  readonly keepNational: readonly string[];
}

function buildRegister(
  editions: readonly CalendarEdition[],
  keepNational: readonly string[] = [],
): CalendarRegister {
  return { calendars: editions.map(buildCalendar), keepNational };
}

function isKnown(calendar: Calendar, knownAt: Instant | undefined): boolean {
  const { announcedAt } = calendar.edition;
  return knownAt === undefined || announcedAt === undefined || announcedAt <= knownAt;
}

/** `H21.12.3`, `H21.12`, `H21`: a unit keeps the calendar of the nearest agency above it that has one. */
function chainOf(agency: string): string[] {
  const parts = agency.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/**
 * The calendar an agency keeps, in the edition that was known at an instant (absent: the newest). Without an agency the
 * country's. Undefined for an agency nobody registered: its working days are not guessed.
 */
export function calendarFor(
  register: CalendarRegister,
  agency?: string,
  knownAt?: Instant,
): Calendar | undefined {
  const known = register.calendars.filter((calendar) => isKnown(calendar, knownAt));
  const national = known.findLast(({ edition }) => edition.agency === undefined);
  if (agency === undefined) return national;
  const chain = chainOf(agency);
  for (const code of chain) {
    const own = known.findLast(({ edition }) => edition.agency === code);
    if (own !== undefined) return own;
  }
  const keepsNational = register.keepNational.some((code) => code === '*' || chain.includes(code));
  return keepsNational ? national : undefined;
}

/** The very edition a date was reckoned by. */
export function editionOf(
  register: CalendarRegister,
  { id, version }: CalendarReference,
): Calendar | undefined {
  return register.calendars.find((calendar) => calendar.id === id && calendar.version === version);
}

/** The edition that took the place of another, if one did. */
export function successorOf(
  register: CalendarRegister,
  { id, version }: CalendarReference,
): Calendar | undefined {
  return register.calendars.find(({ edition }) => edition.id === id && edition.replaces === version);
}

export const shippedRegister: CalendarRegister = buildRegister(
  [vietnamEditionBeforeCultureDay, vietnamEdition, giaLaiEdition],
  ['H08'],
);
