import {
  attemptOf,
  isKnownHindrance,
  isKnownRequest,
  isOpenAttempt,
  isWorthALook,
} from '#libs/issuing/signing.js';
import type { Instant } from '#libs/kernel/time.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import type { OfficialDocument } from '../documents.js';
import { type LicenceDecision, refuseLicence } from '../refusals.js';

type OfNumbered =
  | 'voidDocumentNumber'
  | 'noteDocumentSignatureRequested'
  | 'noteDocumentSignatureAnswered'
  | 'noteDocumentSignatureRefused'
  | 'noteDocumentHindered'
  | 'requestDocumentSignatureAgain'
  | 'issueDocument';
export type NumberedCommand = Extract<LicenceCommand, { readonly type: OfNumbered }>;

/** A document with its number, and the hour. */
interface Numbered {
  readonly one: OfficialDocument;
  readonly text: string;
  readonly now: Instant;
}

const decisions: {
  readonly [Type in OfNumbered]: (data: LicenceCommands[Type], numbered: Numbered) => LicenceDecision;
} = {
  voidDocumentNumber({ document, reason }, { text }) {
    if (reason.trim() === '') return refuseLicence('TextMissing', { field: 'reason' });
    return [{ type: 'DocumentNumberVoided', data: { document, text, reason } }];
  },
  noteDocumentSignatureRequested(data, { one, now: requestedAt }) {
    const { text: _, ...requested } = data;
    const isNews = isOpenAttempt(one, requested) && !isKnownRequest(one, requested);
    return isNews
      ? [{ type: 'DocumentSignatureRequested', data: { ...requested, requestedAt } }]
      : refuseLicence('AlreadyDone', {});
  },
  noteDocumentSignatureAnswered(data, { one, now: answeredAt }) {
    const call = { ...data, answeredAt };
    return isWorthALook(one, call)
      ? [{ type: 'DocumentSignatureAnswered', data: call }]
      : refuseLicence('AlreadyDone', {});
  },
  noteDocumentSignatureRefused(data, { one }) {
    const { text: _, ...refused } = data;
    return isOpenAttempt(one, refused)
      ? [{ type: 'DocumentSignatureRefused', data: refused }]
      : refuseLicence('AlreadyDone', {});
  },
  noteDocumentHindered(data, { one, now: hinderedAt }) {
    const { text: _, ...hindrance } = data;
    return one.signing?.refusedBy || isKnownHindrance(one, hindrance)
      ? refuseLicence('AlreadyDone', {})
      : [{ type: 'DocumentHindered', data: { ...hindrance, hinderedAt } }];
  },
  /** Whoever refused to sign is asked once more; who signed already is not. */
  requestDocumentSignatureAgain({ document }, { one }) {
    const role = one.signing?.refusedBy;
    if (!role) return refuseLicence('SignatureNotRefused', {});
    const attempt = attemptOf(one, role) + 1;
    return [{ type: 'DocumentSignatureRequestedAgain', data: { document, role, attempt } }];
  },
  issueDocument(data, { now: issuedAt }) {
    return [{ type: 'DocumentIssued', data: { ...data, issuedAt } }];
  },
};

/** What was drawn, or laid before somebody, for another number than the one that stands is of no use any more. */
export function decideNumbered(
  { type, data }: NumberedCommand,
  one: OfficialDocument,
  now: Instant,
): LicenceDecision {
  const standing = one.number?.text;
  const { text = standing } = data as { readonly text?: string };
  if (standing === undefined || text !== standing) {
    return refuseLicence('DocumentNotNumbered', { document: one.id });
  }
  const decide = decisions[type] as (of: NumberedCommand['data'], numbered: Numbered) => LicenceDecision;
  return decide(data, { one, text, now });
}
