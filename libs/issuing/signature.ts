import type { Digest } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';

export type SignatureRole = 'person' | 'organisation';

/** Somebody has been asked to sign and has not yet. */
export interface RequestedSignature {
  readonly role: SignatureRole;
  /** Id of the officer, or of the agency. */
  readonly signer: string;
  /** Counted from 1 for each role. */
  readonly attempt: number;
}

export interface RefusedSignature extends RequestedSignature {
  readonly reason: 'rejected' | 'expired';
  /** What the service that signs said of it; may be empty. */
  readonly explanation: string;
}

/** The service that signs says that it has an answer: it is looked at. */
export type AnsweredSignature = Pick<RequestedSignature, 'role' | 'attempt'> & {
  readonly answeredAt: Instant;
};

export interface PaperSignature {
  readonly role: SignatureRole;
  /** Id of the officer, or of the agency. */
  readonly signer: string;
  /** SHA-256 of the certificate that the signature was made with. */
  readonly certificate: Digest;
}

/** Why a paper cannot be made: what is missing or cannot be printed in it, that what it tells of is lost, or who did not answer. */
export interface Hindrance {
  readonly code:
    | 'missingFact'
    | 'missingGlyph'
    | 'tooLong'
    | 'badFact'
    | 'formMissing'
    | 'signerUnreachable'
    | 'timeStampMissing';
  /** Of the paper's facts, as its template names it; absent where it is none of them that hinders. */
  readonly field?: string;
}

/** Which template drew a paper, exactly. */
export interface DrawnBy {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}
