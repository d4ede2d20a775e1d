import type {
  AnsweredSignature,
  Hindrance,
  RefusedSignature,
  RequestedSignature,
  SignatureRole,
} from '#libs/issuing/signature.js';
import type { Instant } from '#libs/kernel/time.js';

/** How the signatures of a certificate come about. */
export interface SigningEvents {
  /** The certificate lies before a signer who takes their time; whoever signs at once is not noted here. */
  readonly SignatureRequested: RequestedSignature & { readonly task: string; readonly requestedAt: Instant };
  readonly SignatureAnswered: AnsweredSignature;
  /** A signer said no to the certificate, or let the time pass. */
  readonly SignatureRefused: RefusedSignature;
  /** The paper cannot be made as things are: somebody must mend what hinders it. */
  readonly PaperHindered: Hindrance & { readonly task: string; readonly hinderedAt: Instant };
  readonly SignatureRequestedAgain: { readonly role: SignatureRole; readonly attempt: number };
}
