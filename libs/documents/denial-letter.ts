import type { LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts, SIGNER_SHAPE } from './checked-facts.js';
import { denialTemplate } from './papers/denial-template.js';
import type { SignerFacts } from './papers/official-parts.js';
import type { RenderedPaper } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

/** A licence is denied in writing and with reasons (Decree 72/2013 Art. 23e(2)). */
export interface DenialFacts {
  /** As printed after "Số:", `128/SVHTTDL-TTBCXB`. */
  readonly letterNumber: string;
  readonly issuedOn: LocalDate;
  readonly place: string;
  readonly authority: { readonly parent: string; readonly name: string };
  readonly applicant: { readonly name: string; readonly address: string };
  readonly procedureName: string;
  readonly dossierCode: string;
  readonly receivedOn: LocalDate;
  readonly legalGrounds: readonly string[];
  readonly reasons: readonly string[];
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
  'applicant.name': 'text',
  'applicant.address': 'text',
  procedureName: 'text',
  dossierCode: 'text',
  receivedOn: 'text',
  legalGrounds: 'texts',
  reasons: 'texts',
  contactPhone: 'text',
  recipients: 'texts',
  ...SIGNER_SHAPE,
  provisional: 'flag',
  verificationUrl: 'text',
};

/**
 * The letter that tells an applicant that the licence is denied, and why. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderDenialLetter(facts: DenialFacts): Promise<RenderedPaper> {
  return rendered(denialTemplate, checkedFacts(facts, SHAPE));
}
