import type { LocalDate } from '#libs/kernel/time.js';
import { type FactShape, SIGNER_SHAPE } from './checked-facts.js';
import type { SignerFacts } from './papers/official-parts.js';

/** What every signed letter says that ends an authority's work on a dossier. */
export interface DossierLetterFacts {
  /** As printed after "Số:", `128/SVHTTDL-TTBCXB`. */
  readonly letterNumber: string;
  readonly issuedOn: LocalDate;
  readonly place: string;
  readonly authority: { readonly parent: string; readonly name: string };
  readonly applicant: { readonly name: string; readonly address: string };
  readonly dossierCode: string;
  readonly receivedOn: LocalDate;
  readonly legalGrounds: readonly string[];
  readonly contactPhone: string;
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  readonly provisional: boolean;
  readonly verificationUrl: string;
}

export const DOSSIER_LETTER_SHAPE: FactShape = {
  letterNumber: 'text',
  issuedOn: 'text',
  place: 'text',
  'authority.parent': 'text',
  'authority.name': 'text',
  'applicant.name': 'text',
  'applicant.address': 'text',
  dossierCode: 'text',
  receivedOn: 'text',
  legalGrounds: 'texts',
  contactPhone: 'text',
  recipients: 'texts',
  ...SIGNER_SHAPE,
  provisional: 'flag',
  verificationUrl: 'text',
};
