import type { LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts, SIGNER_SHAPE } from './checked-facts.js';
import { forwardingTemplate } from './papers/forwarding-template.js';
import type { SignerFacts } from './papers/official-parts.js';
import type { RenderedPaper } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

/** A dossier goes on to the authority that decides, with a written proposal (Decree 72/2013 Art. 23e(3)). */
export interface ForwardingFacts {
  /** As printed after "Số:", `128/SVHTTDL-TTBCXB`. */
  readonly letterNumber: string;
  readonly issuedOn: LocalDate;
  readonly place: string;
  readonly authority: { readonly parent: string; readonly name: string };
  /** Who decides. */
  readonly addressee: { readonly name: string; readonly address: string };
  readonly applicant: { readonly name: string; readonly address: string };
  /** What is asked for: "Thiết lập trang thông tin điện tử tổng hợp trên mạng". */
  readonly request: string;
  readonly dossierCode: string;
  readonly receivedOn: LocalDate;
  readonly legalGrounds: readonly string[];
  /** What was appraised and is met. */
  readonly checked: readonly string[];
  readonly enclosures: readonly string[];
  readonly contactPhone: string;
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  readonly provisional: boolean;
  readonly verificationUrl: string;
}

const SHAPE: FactShape = {
  letterNumber: 'text',
  issuedOn: 'text',
  place: 'text',
  'authority.parent': 'text',
  'authority.name': 'text',
  'addressee.name': 'text',
  'addressee.address': 'text',
  'applicant.name': 'text',
  'applicant.address': 'text',
  request: 'text',
  dossierCode: 'text',
  receivedOn: 'text',
  legalGrounds: 'texts',
  checked: 'texts',
  enclosures: 'texts',
  contactPhone: 'text',
  recipients: 'texts',
  ...SIGNER_SHAPE,
  provisional: 'flag',
  verificationUrl: 'text',
};

/**
 * The letter that proposes to another authority to grant what was asked for. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderForwardingLetter(facts: ForwardingFacts): Promise<RenderedPaper> {
  return rendered(forwardingTemplate, checkedFacts(facts, SHAPE));
}
