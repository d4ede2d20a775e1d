import type { Hindrance, RefusedSignature, RequestedSignature } from '#libs/issuing/signature.js';
import type { Digest, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Finding, Ground, LicenceEvents } from './events.js';

interface OfDocument {
  readonly document: string;
}

/** What was drawn, or laid before somebody, under one number. */
interface OfNumbered extends OfDocument {
  /** Number as printed. */
  readonly text: string;
}

interface Asked {
  /** Chosen by who asks; one licence never has it twice. */
  readonly obligation: string;
  readonly subject: string;
  readonly dueOn: LocalDate;
}

export interface LicenceCommands {
  readonly openLicence: LicenceEvents['LicenceOpened'];
  readonly remindObligation: {
    readonly obligation: string;
    readonly dueOn: LocalDate;
    readonly step: number;
  };
  readonly remindRenewal: { readonly step: number };
  readonly missObligation: { readonly obligation: string };
  readonly endSuspension: Record<never, never>;
  readonly expireLicence: Record<never, never>;
  readonly demandReport: Asked;
  readonly orderRemedy: Asked;
  readonly noteSourceConsent: Asked;
  readonly submitReport: {
    readonly obligation: string;
    /** The year reported on, for a report that is due every year. */
    readonly period?: number;
    readonly report: Digest;
  };
  readonly returnReport: { readonly obligation: string; readonly reason: string };
  readonly acceptReport: { readonly obligation: string };
  readonly excuseObligation: { readonly obligation: string; readonly reason: string };
  readonly claimInspection: { readonly inspection: string; readonly inspector: PersonId };
  readonly releaseInspection: { readonly inspection: string; readonly inspector: PersonId };
  readonly closeInspection: {
    readonly inspection: string;
    readonly inspector: PersonId;
    readonly finding: Finding;
    readonly note: string;
    readonly violation?: string;
    readonly remedy?: Asked;
  };
  readonly suspendLicence: { readonly ground: Ground; readonly reason: string };
  readonly liftSuspension: { readonly reason: string };
  readonly revokeLicence: { readonly violation: string; readonly reason: string };
  readonly returnLicence: { readonly reason: string };
  readonly replaceLicence: { readonly by: LicenceId };
  readonly amendLicence: { readonly facts: readonly string[]; readonly evidence: Digest };
  readonly extendLicence: { readonly filedOn: LocalDate; readonly years: number };
  readonly reissueLicence: { readonly cause: 'lost' | 'damaged'; readonly reason: string };
  readonly noteHolderChange: {
    readonly change: 'owner' | 'headOffice';
    readonly changedOn: LocalDate;
    readonly evidence: Digest;
    /** The day on which the notice came in; absent: the day on which it is noted. */
    readonly filedOn?: LocalDate;
  };
  readonly remindInWriting: { readonly obligation: string };
  readonly approveDocument: OfDocument;
  readonly allocateDocumentNumber: OfDocument;
  readonly voidDocumentNumber: OfDocument & { readonly reason: string };
  readonly noteDocumentSignatureRequested: OfNumbered & RequestedSignature;
  readonly noteDocumentSignatureAnswered: OfDocument & Pick<RequestedSignature, 'role' | 'attempt'>;
  readonly noteDocumentSignatureRefused: OfNumbered & RefusedSignature;
  readonly noteDocumentHindered: OfNumbered & Hindrance;
  readonly requestDocumentSignatureAgain: OfDocument;
  readonly issueDocument: OfNumbered & Omit<LicenceEvents['DocumentIssued'], 'issuedAt'>;
  readonly remindWork: { readonly task: string };
  readonly escalateWork: { readonly task: string };
}

export type LicenceCommandType = keyof LicenceCommands;
export type LicenceCommand = {
  readonly [Type in LicenceCommandType]: { readonly type: Type; readonly data: LicenceCommands[Type] };
}[LicenceCommandType];
