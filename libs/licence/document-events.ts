import type { RegisterKind, RegisterNumber } from '#libs/issuing/register-number.js';
import type {
  AnsweredSignature,
  DrawnBy,
  Hindrance,
  PaperSignature,
  RefusedSignature,
  RequestedSignature,
  SignatureRole,
} from '#libs/issuing/signature.js';
import type { Digest, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

/** Decisions suspend, lift a suspension and revoke; letters order a remedy, demand a report and remind. */
export type DecisionDocument = 'suspension' | 'lifting' | 'revocation';
export type LetterDocument = 'remedyOrder' | 'reportDemand' | 'reminder';
export type DocumentKind = DecisionDocument | LetterDocument;

interface OfDocument {
  readonly document: string;
}

/** How what the authority does about a licence is put into an official document (văn bản). */
export interface DocumentEvents {
  readonly DocumentOrdered: OfDocument & {
    readonly kind: DocumentKind;
    /** The duty that a letter is about. */
    readonly obligation?: string;
    readonly orderedBy: PersonId;
    readonly orderedOn: LocalDate;
    /** By when it is to be out. */
    readonly dueOn: LocalDate;
    /** Who takes a decision has approved its document; absent for a letter. */
    readonly approvedBy?: PersonId;
  };
  readonly DocumentApproved: OfDocument & { readonly approvedBy: PersonId };
  readonly DocumentNumberAllocated: OfDocument &
    RegisterNumber & { readonly register: RegisterKind; readonly allocatedAt: Instant };
  /** A number once given is never given again: why this one stands for no document. */
  readonly DocumentNumberVoided: OfDocument & { readonly text: string; readonly reason: string };
  readonly DocumentSignatureRequested: OfDocument & RequestedSignature & { readonly requestedAt: Instant };
  readonly DocumentSignatureAnswered: OfDocument & AnsweredSignature;
  readonly DocumentSignatureRefused: OfDocument & RefusedSignature;
  /** It cannot be made as things are: somebody must mend what hinders it. */
  readonly DocumentHindered: OfDocument & Hindrance & { readonly hinderedAt: Instant };
  readonly DocumentSignatureRequestedAgain: OfDocument & {
    readonly role: SignatureRole;
    readonly attempt: number;
  };
  /** Drawn, signed, and there for its holder. */
  readonly DocumentIssued: OfDocument & {
    /** Number as printed. */
    readonly text: string;
    readonly file: Digest;
    readonly pages: number;
    readonly template: DrawnBy;
    readonly signatures: readonly PaperSignature[];
    readonly issuedAt: Instant;
  };
}
