import type { LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts, SIGNER_SHAPE } from './checked-facts.js';
import { letterTemplates } from './papers/letter-templates.js';
import type { SignerFacts } from './papers/official-parts.js';
import type { Additions, RenderedPaper, Template } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

/** What every letter to the holder of a licence says. */
export interface LetterCommonFacts {
  /** As printed after "Số:", `207/SVHTTDL-TTBCXB`. */
  readonly letterNumber: string;
  readonly issuedOn: LocalDate;
  readonly place: string;
  readonly authority: { readonly parent: string; readonly name: string };
  readonly holder: { readonly name: string; readonly address: string };
  readonly licence: { readonly number: string; readonly issuedOn: LocalDate; readonly subject: string };
  readonly legalGrounds: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  readonly provisional: boolean;
  readonly verificationUrl: string;
  /** Of the application that is answered; absent where the authority writes by itself. */
  readonly dossierCode?: string;
}

/** A duty falls due, or the licence ends: said beforehand. */
export interface ReminderFacts extends LetterCommonFacts {
  readonly contactPhone: string;
  /** "gửi báo cáo định kỳ năm 2026". */
  readonly duty: string;
  readonly dueOn: LocalDate;
  /** What to send or to prepare, where there is something to list. */
  readonly items?: readonly string[];
}

/** A duty was not done: what was found, what is demanded, until when, and what follows otherwise. */
export interface DemandFacts extends LetterCommonFacts {
  readonly contactPhone: string;
  /** "báo cáo, khắc phục vi phạm". */
  readonly subject: string;
  readonly findings: readonly string[];
  readonly demands: readonly string[];
  readonly answerUntil: LocalDate;
  readonly consequence: string;
}

/** What the holder has told the authority is confirmed. */
export interface ConfirmationFacts extends LetterCommonFacts {
  /** "thay đổi địa chỉ trụ sở chính". */
  readonly what: string;
  readonly since: LocalDate;
  /** What changed, in words: before, where the licence says it, and since. */
  readonly changed?: { readonly before?: string; readonly after: string };
  /** Last day of the licence; absent where what was told ends it. */
  readonly validUntil?: LocalDate;
}

export interface LetterFacts {
  readonly reminder: ReminderFacts;
  readonly demand: DemandFacts;
  readonly confirmation: ConfirmationFacts;
}

export type LetterKind = keyof LetterFacts;

const COMMON: FactShape = {
  letterNumber: 'text',
  issuedOn: 'text',
  place: 'text',
  'authority.parent': 'text',
  'authority.name': 'text',
  'holder.name': 'text',
  'holder.address': 'text',
  'licence.number': 'text',
  'licence.issuedOn': 'text',
  'licence.subject': 'text',
  legalGrounds: 'texts',
  recipients: 'texts',
  ...SIGNER_SHAPE,
  provisional: 'flag',
  verificationUrl: 'text',
  dossierCode: 'text?',
};

const OWN: Readonly<Record<LetterKind, FactShape>> = {
  reminder: { contactPhone: 'text', duty: 'text', dueOn: 'text', items: 'texts?' },
  demand: {
    contactPhone: 'text',
    subject: 'text',
    findings: 'texts',
    demands: 'texts',
    answerUntil: 'text',
    consequence: 'text',
  },
  confirmation: {
    what: 'text',
    since: 'text',
    'changed.before': 'text?',
    'changed.after': 'text?',
    validUntil: 'text?',
  },
};

/**
 * A letter to the holder of a licence. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderLetter<Kind extends LetterKind>(
  kind: Kind,
  facts: LetterFacts[Kind],
  additions: Additions = {},
): Promise<RenderedPaper> {
  const template: Template<LetterFacts[Kind]> = letterTemplates[kind];
  return rendered(template, checkedFacts(facts, { ...COMMON, ...OWN[kind] }), additions);
}
