import type { AgencyId, Digest } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { SendingWay, SummaryAddressee } from './addressees.js';

interface OfSummary {
  readonly agency: AgencyId;
  /** As somebody wrote it: `2026-H1`. */
  readonly period: string;
  readonly addressee: SummaryAddressee;
}

export interface SummaryCommands {
  readonly recordSummarySent: OfSummary & {
    readonly sentOn: LocalDate;
    readonly way: SendingWay;
    readonly reference: string;
    readonly position: number;
    /** What was sent; absent where no file was handed in and none was ever drawn at that position. */
    readonly file?: Digest;
  };
  readonly withdrawSummarySending: OfSummary & { readonly reason: string };
}

export type SummaryCommandType = keyof SummaryCommands;
export type SummaryCommand = {
  readonly [Type in SummaryCommandType]: { readonly type: Type; readonly data: SummaryCommands[Type] };
}[SummaryCommandType];
