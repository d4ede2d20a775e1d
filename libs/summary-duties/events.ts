import type { AgencyId, Digest } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { SendingWay, SummaryAddressee } from './addressees.js';

export interface SummaryEvents {
  readonly SummarySent: {
    readonly agency: AgencyId;
    readonly period: string;
    readonly addressee: SummaryAddressee;
    readonly sentOn: LocalDate;
    readonly way: SendingWay;
    /** Number of the letter or of the receipt, as whoever asks for it later will name it. */
    readonly reference: string;
    /** The summary that was sent is what the log told at this position. */
    readonly position: number;
    readonly file: Digest;
    readonly dueOn: LocalDate;
    readonly late: boolean;
    readonly clause: string;
  };
  /** What was recorded about a sending was wrong: it counts as never made. */
  readonly SummarySendingWithdrawn: {
    readonly agency: AgencyId;
    readonly period: string;
    readonly addressee: SummaryAddressee;
    readonly sentOn: LocalDate;
    readonly reference: string;
    readonly reason: string;
  };
}

export type SummaryEvent = {
  readonly [Type in keyof SummaryEvents]: { readonly type: Type; readonly data: SummaryEvents[Type] };
}[keyof SummaryEvents];
