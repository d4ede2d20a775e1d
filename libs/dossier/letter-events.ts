import type { AgencyId, Digest } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { CertificateSignature } from './signing-events.js';

/** A number of a yearly register of an agency, and the day from which its paper is dated. */
export interface RegisterNumber {
  readonly agency: AgencyId;
  readonly number: number;
  readonly year: number;
  readonly suffix: string;
  /** As printed, `12/GP-TTĐT` or `128/SVHTTDL-QLBCXB`. */
  readonly text: string;
  readonly issuedOn: LocalDate;
}

/** How the letter that tells of a denial comes about. */
export interface LetterEvents {
  /** Of the register of letters of the year. */
  readonly LetterNumberAllocated: RegisterNumber;
  /** A number once given is never given again: why this one stands for no letter. */
  readonly LetterNumberVoided: {
    readonly number: number;
    readonly year: number;
    readonly text: string;
    readonly reason: string;
  };
  /** The letter that tells the applicant of the denial, drawn and signed. */
  readonly LetterIssued: {
    readonly letter: Digest;
    readonly pages: number;
    readonly template: { readonly id: string; readonly version: string; readonly hash: string };
    readonly signatures: readonly CertificateSignature[];
    readonly issuedAt: Instant;
    readonly handOverBy: Instant;
  };
}
