import type { RegisterKind, RegisterNumber } from '#libs/issuing/register-number.js';
import {
  answered,
  hindered,
  refused,
  requested,
  requestedAgain,
  type Signing,
} from '#libs/issuing/signing.js';
import type { Digest, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { DocumentEvents, DocumentKind } from './document-events.js';
import type { LicenceEvent } from './events.js';

/** A decision or letter about a licence, as far as it has come. */
export interface OfficialDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  /** The duty that a letter is about. */
  readonly obligation?: string;
  readonly orderedBy: PersonId;
  readonly orderedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Who signs it. */
  readonly approvedBy?: PersonId;
  readonly number?: RegisterNumber & { readonly allocatedAt: Instant };
  readonly signing?: Signing;
  /** Where it lies, once it is out. */
  readonly file?: Digest;
}

/** The register in which each kind is numbered. */
export const registerOf: Readonly<Record<DocumentKind, RegisterKind>> = {
  suspension: 'licence',
  lifting: 'licence',
  revocation: 'licence',
  remedyOrder: 'letter',
  reportDemand: 'letter',
  reminder: 'letter',
};

export type DocumentEvent = Extract<LicenceEvent, { readonly type: keyof DocumentEvents }>;

export function isAboutDocument(event: LicenceEvent): event is DocumentEvent {
  return event.type.startsWith('Document');
}

/** The documents after one more fact about one of them. */
export function documented(
  documents: readonly OfficialDocument[],
  event: DocumentEvent,
): readonly OfficialDocument[] {
  if (event.type === 'DocumentOrdered') return [...documents, documentOf(event.data)];
  return documents.map((one) => (one.id === event.data.document ? after(one, event) : one));
}

function documentOf({ document: id, ...ordered }: DocumentEvents['DocumentOrdered']): OfficialDocument {
  return { id, ...ordered };
}

type Later = Exclude<DocumentEvent, { readonly type: 'DocumentOrdered' }>;

function after(one: OfficialDocument, { type, data }: Later): OfficialDocument {
  switch (type) {
    case 'DocumentApproved':
      return { ...one, approvedBy: data.approvedBy };
    case 'DocumentNumberAllocated': {
      const { document: _, register: __, ...number } = data;
      return { ...one, number };
    }
    case 'DocumentNumberVoided': {
      const { number: _number, signing: _signing, ...rest } = one;
      return rest;
    }
    case 'DocumentIssued': {
      const { signing: _, ...rest } = one;
      return { ...rest, file: data.file };
    }
    default:
      return withSigning(one, signingAfter(one.signing, { type, data } as SigningEvent));
  }
}

type SigningEvent = Extract<
  DocumentEvent,
  {
    readonly type:
      | 'DocumentSignatureRequested'
      | 'DocumentSignatureAnswered'
      | 'DocumentSignatureRefused'
      | 'DocumentHindered'
      | 'DocumentSignatureRequestedAgain';
  }
>;

function signingAfter(before: Signing | undefined, { type, data }: SigningEvent): Signing | undefined {
  switch (type) {
    case 'DocumentSignatureRequested': {
      const { role, signer, attempt, requestedAt: since } = data;
      return requested(before, { role, signer, attempt, since });
    }
    case 'DocumentSignatureAnswered':
      return answered(before, data.answeredAt);
    case 'DocumentSignatureRefused':
      return refused(before, data);
    case 'DocumentHindered':
      return hindered(before, data);
    case 'DocumentSignatureRequestedAgain':
      return requestedAgain(before, data);
  }
}

function withSigning(one: OfficialDocument, signing: Signing | undefined): OfficialDocument {
  return signing ? { ...one, signing } : one;
}
