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

export interface CertificateSignature {
  readonly role: SignatureRole;
  /** Id of the officer, or of the agency. */
  readonly signer: string;
  /** SHA-256 of the certificate that the signature was made with. */
  readonly certificate: Digest;
}

/** How the signatures of a certificate come about. */
export interface SigningEvents {
  /** The certificate lies before a signer who takes their time; whoever signs at once is not noted here. */
  readonly SignatureRequested: RequestedSignature & { readonly task: string; readonly requestedAt: Instant };
  /** The service that signs says that it has an answer: it is looked at. */
  readonly SignatureAnswered: Pick<RequestedSignature, 'role' | 'attempt'> & { readonly answeredAt: Instant };
  /** A signer said no to the certificate, or let the time pass. */
  readonly SignatureRefused: RefusedSignature;
  readonly SignatureRequestedAgain: { readonly role: SignatureRole; readonly attempt: number };
}
