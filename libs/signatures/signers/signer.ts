export type SignatureAlgorithm = 'RSA-PKCS1-SHA256' | 'ECDSA-P256-SHA256';

/** In whose name is signed; which key that is, the service knows. */
export type SignerRole = 'person' | 'organisation';

export interface SignerReference {
  readonly role: SignerRole;
  /** Id of the officer, or of the agency. */
  readonly id: string;
  /** As it is written on the paper. */
  readonly name: string;
}

export interface SignerDescription {
  /** What the certificate says of its holder, in words. */
  readonly name: string;
  /** Certificates in DER, the signer's own first, up to but without the root. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
}

export interface SigningRequest {
  /** Stream + what: asked again with it, the service must not sign twice. */
  readonly idempotencyKey: string;
  readonly signer: SignerReference;
  /** SHA-256 of the signed attributes. */
  readonly hash: Uint8Array;
  /** SHA-256 of the certificate that the signed attributes name. */
  readonly certificate: Uint8Array;
  /** What the signer's device shows. */
  readonly display: string;
  /** What the service says when it calls because it has an answer. */
  readonly callback?: SignatureCallback;
}

/** The paper of a dossier, or a document about a licence. */
export type PaperReference =
  { readonly dossierId: string } | { readonly licenceId: string; readonly document: string };

/** Which signature somebody calls about; it proves nothing, the answer is asked for. */
export type SignatureCallback = PaperReference & {
  readonly role: SignerRole;
  /** Counted from 1 for each role. */
  readonly attempt: number;
};

export type SigningState =
  | { readonly state: 'pending' }
  | { readonly state: 'signed'; readonly signature: Uint8Array }
  | { readonly state: 'rejected' | 'expired'; readonly reason: string };

/**
 * Somebody who signs hashes, maybe days later and on another machine: a key on this disk, an HSM, a telephone.
 * Every method throws SignerUnreachable where nobody answered: asking again is right.
 */
export interface Signer {
  describe(signer: SignerReference): Promise<SignerDescription>;
  /** Answers with the transaction; the same for the same key. */
  start(request: SigningRequest): Promise<string>;
  poll(transaction: string): Promise<SigningState>;
}

export class SignerUnreachable extends Error {
  override readonly name = 'SignerUnreachable';
}
