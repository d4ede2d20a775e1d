import type { LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts, SIGNER_SHAPE } from './checked-facts.js';
import { certificateTemplate } from './papers/certificate-template.js';
import type { SignerFacts } from './papers/official-parts.js';
import type { Additions, RenderedPaper } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

export interface PersonFacts {
  readonly name: string;
  readonly position?: string;
  readonly nationality?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Everything a certificate says. Whatever a later amendment could change is on it. */
export interface CertificateFacts {
  /** As printed after "Số:", `05/GP-TTĐT`. */
  readonly licenceNumber: string;
  readonly issuedOn: LocalDate;
  /** Where the authority sits, as it stands before the date. */
  readonly place: string;
  readonly authority: {
    readonly parent: string;
    readonly name: string;
    /** Who decides, as a line above the legal grounds: "GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH". */
    readonly decider?: string;
  };
  /** What is allowed, below "GIẤY PHÉP" and after "được": "Thiết lập trang thông tin điện tử tổng hợp trên mạng". */
  readonly subject: string;
  readonly holder: {
    readonly name: string;
    readonly governingBody?: string;
    readonly taxCode?: string;
    /** Founding or registration document: number, issuer and date in one line. */
    readonly registration?: string;
    readonly address: string;
    readonly phone?: string;
    readonly email?: string;
    readonly legalRepresentative?: string;
  };
  readonly site: {
    readonly name: string;
    /** Several are separated by commas. */
    readonly domain: string;
    readonly application?: string;
    readonly servers?: string;
  };
  readonly purpose?: string;
  /** Content of the information that may be supplied. */
  readonly scope: string;
  readonly columns?: readonly string[];
  readonly responsiblePerson: PersonFacts;
  readonly sources: readonly string[];
  readonly termYears: number;
  readonly validFrom: LocalDate;
  /** The last day on which the licence is valid. */
  readonly expiresOn: LocalDate;
  /** With or without the word "Căn cứ" before and the semicolon after. */
  readonly legalGrounds: readonly string[];
  /** Whose proposal is followed: "Trưởng phòng Thông tin, Báo chí, Xuất bản". */
  readonly proposedBy?: string;
  readonly obligations: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  /** Made in demonstration or under a rule not read in the official text: says so across every page. */
  readonly provisional: boolean;
  /** Printed as a QR code; the whole address, code included. */
  readonly verificationUrl: string;
  /** Text of a second QR code, in base 45; a space is written `_`, since the spaces of facts are not kept as they are. */
  readonly claim?: string;
  readonly dossierCode: string;
}

const SHAPE: FactShape = {
  licenceNumber: 'text',
  issuedOn: 'text',
  place: 'text',
  'authority.parent': 'text',
  'authority.name': 'text',
  'authority.decider': 'text?',
  subject: 'text',
  'holder.name': 'text',
  'holder.governingBody': 'text?',
  'holder.taxCode': 'text?',
  'holder.registration': 'text?',
  'holder.address': 'text',
  'holder.phone': 'text?',
  'holder.email': 'text?',
  'holder.legalRepresentative': 'text?',
  'site.name': 'text',
  'site.domain': 'text',
  'site.application': 'text?',
  'site.servers': 'text?',
  purpose: 'text?',
  scope: 'text',
  columns: 'texts?',
  'responsiblePerson.name': 'text',
  'responsiblePerson.position': 'text?',
  'responsiblePerson.nationality': 'text?',
  'responsiblePerson.phone': 'text?',
  'responsiblePerson.email': 'text?',
  sources: 'texts',
  termYears: 'number',
  validFrom: 'text',
  expiresOn: 'text',
  legalGrounds: 'texts',
  proposedBy: 'text?',
  obligations: 'texts',
  recipients: 'texts',
  ...SIGNER_SHAPE,
  provisional: 'flag',
  verificationUrl: 'text',
  claim: 'text?',
  dossierCode: 'text',
};

/**
 * The facts as they are printed and travel in the file.
 * @throws PaperError
 */
export function printedFacts(facts: CertificateFacts): CertificateFacts {
  return checkedFacts(facts, SHAPE);
}

/**
 * The licence's document. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderCertificate(
  facts: CertificateFacts,
  additions: Additions = {},
): Promise<RenderedPaper> {
  return rendered(certificateTemplate, printedFacts(facts), additions);
}
