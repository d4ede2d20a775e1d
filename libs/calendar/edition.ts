import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

/** `provisional`: not read in the official text, or not announced yet. `officeRule`: the office has set it for itself. */
export type Certainty = 'verified' | 'secondary' | 'provisional' | 'officeRule';

/** Where a rule or a day off stands, and how sure we are of it. */
export interface LegalSource {
  readonly source: string;
  readonly certainty: Certainty;
}

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** One sitting of an office, local time, as `07:30` to `11:30`. */
export interface OfficeSession {
  readonly opens: string;
  readonly closes: string;
}

export type WeeklySessions = Readonly<Record<Weekday, readonly OfficeSession[]>>;

/** Office hours; with a season (`04-15` to `10-15`, both included, may cross the new year) they hold in it alone. */
export interface OfficeHours extends LegalSource {
  readonly season?: { readonly from: string; readonly to: string };
  readonly byWeekday: WeeklySessions;
}

/** Why a day is no ordinary one. `substitute`: makes up for a holiday on a rest day; `swap`: exchanged for a worked Saturday. */
export type HolidayKind = 'holiday' | 'substitute' | 'swap' | 'closure';

export interface Holiday extends LegalSource {
  readonly on: LocalDate;
  readonly name: Bilingual;
  readonly kind: HolidayKind;
  /** Sittings that are held all the same: a half-day. Absent: the office is closed. */
  readonly sessions?: readonly OfficeSession[];
}

/** A holiday on the same date each year, from the law itself; needs no yearly notice. */
export interface YearlyHoliday extends LegalSource {
  /** As `09-02`. */
  readonly monthDay: string;
  readonly name: Bilingual;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** A rest day that is worked; its sittings are those of the day it is worked for. */
export interface MakeUpDay extends LegalSource {
  readonly on: LocalDate;
  readonly insteadOf: LocalDate;
  readonly name: Bilingual;
}

/**
 * What is known of the working days of a country or an agency. Immutable: what is announced later is a new edition that
 * names the one it replaces.
 */
export interface CalendarEdition {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the canonical JSON, set by whoever loads it. */
  readonly hash?: string;
  readonly name: Bilingual;
  /** Code of the agency whose calendar this is; absent: the whole country. */
  readonly agency?: string;
  readonly replaces?: string;
  readonly announcedAt?: Instant;
  /** Days for which the lists below were drawn up; outside, only what the law fixes for every year is known. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  /** From here on the lists are a forecast: no notice has been issued. */
  readonly forecastFrom?: LocalDate;
  /** The first whose season fits applies; the last has no season. */
  readonly workingHours: readonly OfficeHours[];
  readonly yearly: readonly YearlyHoliday[];
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly MakeUpDay[];
}
