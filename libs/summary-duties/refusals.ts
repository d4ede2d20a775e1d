import type { LocalDate } from '#libs/kernel/time.js';
import type { RefusalOf } from '#libs/kernel/refusal.js';
import type { SummaryAddressee } from './addressees.js';
import type { SummaryEvent } from './events.js';

/** Why something is not recorded about the sending of a summary. */
export interface SummaryRefusals {
  readonly SummaryPeriodUnknown: { readonly period: string };
  readonly SummaryPeriodNotOver: { readonly period: string; readonly toOn: LocalDate };
  readonly DateAhead: { readonly date: LocalDate; readonly today: LocalDate };
  readonly SentBeforePeriodEnded: { readonly sentOn: LocalDate; readonly toOn: LocalDate };
  readonly SummaryAlreadySent: {
    readonly addressee: SummaryAddressee;
    readonly sentOn: LocalDate;
    readonly reference: string;
  };
  readonly TextMissing: { readonly field: string };
  readonly SummaryPositionUnknown: { readonly position: number };
  readonly SummaryOfPartOfPeriod: { readonly position: number; readonly toOn: LocalDate };
  readonly SummaryOfLaterDay: { readonly asOfOn: LocalDate; readonly sentOn: LocalDate };
  readonly SummaryNeverDrawn: { readonly position: number };
  readonly SummaryNotSent: { readonly addressee: SummaryAddressee };
}

export type SummaryRefusalName = keyof SummaryRefusals;
export type SummaryRefusal = RefusalOf<SummaryRefusals>;

export type SummaryDecision = readonly SummaryEvent[] | SummaryRefusal;

interface Refused<Name extends SummaryRefusalName> {
  readonly refusal: Name;
  readonly details: SummaryRefusals[Name];
}

export function refuseSummary<Name extends SummaryRefusalName>(
  refusal: Name,
  details: SummaryRefusals[Name],
): Refused<Name> {
  return { refusal, details };
}
