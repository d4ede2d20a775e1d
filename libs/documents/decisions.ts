import type { LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts, SIGNER_SHAPE } from './checked-facts.js';
import { decisionTemplates } from './papers/decision-templates.js';
import type { SignerFacts } from './papers/official-parts.js';
import type { Additions, RenderedPaper, Template } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

/** What every decision about a licence that exists says. */
export interface DecisionCommonFacts {
  /** As printed after "Số:", `41/QĐ-SVHTTDL`. */
  readonly decisionNumber: string;
  readonly issuedOn: LocalDate;
  readonly place: string;
  readonly authority: { readonly parent: string; readonly name: string; readonly decider: string };
  readonly licence: {
    readonly number: string;
    readonly issuedOn: LocalDate;
    /** What it allows: "Thiết lập trang thông tin điện tử tổng hợp trên mạng". */
    readonly subject: string;
  };
  readonly holder: { readonly name: string; readonly address: string; readonly taxCode?: string };
  /** With or without the word "Căn cứ" before and the semicolon after. */
  readonly legalGrounds: readonly string[];
  readonly proposedBy?: string;
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  readonly provisional: boolean;
  readonly verificationUrl: string;
  /** Of the application that is answered; absent where the authority acts by itself. */
  readonly dossierCode?: string;
  /** Last day of a complaint against a decision that weighs on its holder. */
  readonly appealUntil?: LocalDate;
}

export interface AmendmentFacts extends DecisionCommonFacts {
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  readonly effectiveOn: LocalDate;
}

export interface ExtensionFacts extends DecisionCommonFacts {
  readonly expiredBeforeOn: LocalDate;
  readonly termYears: number;
  /** The new last day. */
  readonly expiresOn: LocalDate;
}

export interface ReissueFacts extends DecisionCommonFacts {
  /** "bị mất", "bị hư hỏng". */
  readonly reason: string;
  /** The same last day as before: a new copy gives no new term. */
  readonly expiresOn: LocalDate;
}

export interface SuspensionFacts extends DecisionCommonFacts {
  readonly reasons: readonly string[];
  readonly fromOn: LocalDate;
  /** Absent where the suspension lasts until the defects are remedied. */
  readonly untilOn?: LocalDate;
  readonly remedies: readonly string[];
}

/** A suspension ends before its time. */
export interface LiftingFacts extends DecisionCommonFacts {
  readonly reason: string;
  readonly suspendedOn: LocalDate;
  readonly fromOn: LocalDate;
  /** Last day of the licence. */
  readonly expiresOn: LocalDate;
}

export interface RevocationFacts extends DecisionCommonFacts {
  readonly reasons: readonly string[];
  readonly fromOn: LocalDate;
  readonly duties: readonly string[];
}

export interface DecisionFacts {
  readonly amendment: AmendmentFacts;
  readonly extension: ExtensionFacts;
  readonly reissue: ReissueFacts;
  readonly suspension: SuspensionFacts;
  readonly lifting: LiftingFacts;
  readonly revocation: RevocationFacts;
}

export type DecisionKind = keyof DecisionFacts;

const COMMON: FactShape = {
  decisionNumber: 'text',
  issuedOn: 'text',
  place: 'text',
  'authority.parent': 'text',
  'authority.name': 'text',
  'authority.decider': 'text',
  'licence.number': 'text',
  'licence.issuedOn': 'text',
  'licence.subject': 'text',
  'holder.name': 'text',
  'holder.address': 'text',
  'holder.taxCode': 'text?',
  legalGrounds: 'texts',
  proposedBy: 'text?',
  recipients: 'texts',
  ...SIGNER_SHAPE,
  provisional: 'flag',
  verificationUrl: 'text',
  dossierCode: 'text?',
  appealUntil: 'text?',
};

const OWN: Readonly<Record<DecisionKind, FactShape>> = {
  amendment: { changes: 'entries', effectiveOn: 'text' },
  extension: { expiredBeforeOn: 'text', termYears: 'number', expiresOn: 'text' },
  reissue: { reason: 'text', expiresOn: 'text' },
  lifting: { reason: 'text', suspendedOn: 'text', fromOn: 'text', expiresOn: 'text' },
  suspension: { reasons: 'texts', fromOn: 'text', untilOn: 'text?', remedies: 'texts' },
  revocation: { reasons: 'texts', fromOn: 'text', duties: 'texts' },
};

/**
 * A decision about a licence that exists. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderDecision<Kind extends DecisionKind>(
  kind: Kind,
  facts: DecisionFacts[Kind],
  additions: Additions = {},
): Promise<RenderedPaper> {
  return rendered(templateOf(kind), checkedDecision(kind, facts), additions);
}

/** A decision drawn again from the facts that one carries; undefined where the template is none of these. @throws PaperError */
export async function redrawnDecision(template: string, facts: object): Promise<RenderedPaper | undefined> {
  const kinds = Object.keys(decisionTemplates) as DecisionKind[];
  const kind = kinds.find((one) => decisionTemplates[one].id === template);
  return kind && renderDecision(kind, facts as DecisionFacts[typeof kind]);
}

function templateOf<Kind extends DecisionKind>(kind: Kind): Template<DecisionFacts[Kind]> {
  return decisionTemplates[kind];
}

function checkedDecision<Kind extends DecisionKind>(
  kind: Kind,
  facts: DecisionFacts[Kind],
): DecisionFacts[Kind] {
  return checkedFacts(facts, { ...COMMON, ...OWN[kind] });
}
