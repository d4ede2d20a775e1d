import type { RegisterNumber } from '#libs/issuing/register-number.js';
import type { DrawnBy, PaperSignature } from '#libs/issuing/signature.js';
import type { Digest, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

/** A paper that came in: the bytes lie in the blob store under their digest. */
export interface ReceivedPaper {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface ForwardingAnswer {
  readonly answer: 'granted' | 'refused';
  /** Of the licence, or of the letter that refuses it; as printed. */
  readonly number?: string;
  readonly decidedOn: LocalDate;
  /** Why, of a refusal. */
  readonly reason?: string;
  /** What the authority wrote, where that was uploaded. */
  readonly paper?: ReceivedPaper;
  /** Why what was recorded before was wrong. */
  readonly corrects?: string;
}

/** How the letter comes about that tells of a denial, or that sends a dossier on. */
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
  /** Another authority decides: it is sent the dossier with a proposal, once the letter has its number and its signatures. */
  readonly ForwardingApproved: {
    readonly approvedBy: PersonId;
    readonly approvedAt: Instant;
    readonly numberBy: Instant;
  };
  readonly DossierForwarded: {
    readonly letter: Digest;
    readonly pages: number;
    readonly template: DrawnBy;
    readonly signatures: readonly PaperSignature[];
    /** Name of the authority, as in the letter. */
    readonly to: string;
    readonly forwardedAt: Instant;
  };
  /** What that authority decided, as it wrote to us; the applicant has the decision itself from there. */
  readonly ForwardingAnswered: ForwardingAnswer & {
    /** Name of the authority, as in the letter. */
    readonly from: string;
    readonly recordedBy: PersonId;
    readonly recordedAt: Instant;
  };
  /** The letter that tells the applicant of the denial, drawn and signed. */
  readonly LetterIssued: {
    readonly letter: Digest;
    readonly pages: number;
    readonly template: DrawnBy;
    readonly signatures: readonly PaperSignature[];
    readonly issuedAt: Instant;
    readonly handOverBy: Instant;
  };
}
