import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts, SIGNER_SHAPE } from './checked-facts.js';
import type { SignerFacts } from './papers/official-parts.js';
import { slipTemplates } from './papers/slip-templates.js';
import type { RenderedPaper, Template } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

/** What every slip of the one-stop desk says. */
export interface SlipCommonFacts {
  /** The agency above, the unit that gives out the slip below. */
  readonly authority: { readonly parent: string; readonly name: string };
  /** As printed after "Số:". */
  readonly slipNumber: string;
  readonly place: string;
  /** When the slip was made: its date, and the only moment the file knows. */
  readonly madeAt: Instant;
  readonly dossierCode: string;
  readonly procedureName: string;
  readonly applicant: {
    readonly name: string;
    readonly address: string;
    readonly phone?: string;
    readonly email?: string;
  };
  /** Whom to call with questions. */
  readonly contactPhone: string;
  readonly provisional: boolean;
  readonly verificationUrl: string;
}

/** Mẫu 01. */
export interface ReceiptFacts extends SlipCommonFacts {
  readonly papers: readonly { readonly name: string; readonly copies: number; readonly form: string }[];
  readonly sets: number;
  /** The legal limit as said, "10 ngày làm việc". */
  readonly limit: string;
  readonly receivedAt: Instant;
  readonly appointedAt: Instant;
  /** Where and how the result is given out. */
  readonly resultAt: string;
  /** "Không" where none is due. */
  readonly fee: string;
  readonly register?: { readonly volume: string; readonly entry: string };
  readonly officer: string;
}

/** Mẫu 02. */
export interface SupplementFacts extends SlipCommonFacts {
  readonly items: readonly { readonly paper: string; readonly wanted: string }[];
  readonly reason: string;
  /** The last day on which the answer is awaited. */
  readonly answerUntil?: LocalDate;
  readonly officer: string;
}

/** Mẫu 03. */
export interface RefusalFacts extends SlipCommonFacts {
  readonly reasons: readonly string[];
  readonly guidance?: string;
  readonly officer: string;
}

/** Mẫu 04. */
export interface ApologyFacts extends SlipCommonFacts {
  readonly receivedAt: Instant;
  readonly appointedAt: Instant;
  readonly newAppointmentOn: LocalDate;
  readonly reason: string;
  readonly signer: SignerFacts;
}

/** Mẫu 05 of Circular 03/2025/TT-VPCP. */
export interface StopFacts extends SlipCommonFacts {
  readonly receivedAt: Instant;
  /** The day of the applicant's own request, where the stop follows one. */
  readonly requestedOn?: LocalDate;
  readonly reasons: readonly string[];
  /** How far the dossier had come. */
  readonly stage: string;
  /** What becomes of fees already paid; "Không phát sinh" where there were none. */
  readonly fees: string;
  readonly signer: SignerFacts;
}

export interface SlipFacts {
  readonly receipt: ReceiptFacts;
  readonly supplement: SupplementFacts;
  readonly refusal: RefusalFacts;
  readonly apology: ApologyFacts;
  readonly stop: StopFacts;
}

export type SlipKind = keyof SlipFacts;

const COMMON: FactShape = {
  'authority.parent': 'text',
  'authority.name': 'text',
  slipNumber: 'text',
  place: 'text',
  madeAt: 'text',
  dossierCode: 'text',
  procedureName: 'text',
  'applicant.name': 'text',
  'applicant.address': 'text',
  'applicant.phone': 'text?',
  'applicant.email': 'text?',
  contactPhone: 'text',
  provisional: 'flag',
  verificationUrl: 'text',
};

const OWN: Readonly<Record<SlipKind, FactShape>> = {
  receipt: {
    papers: 'entries',
    sets: 'number',
    limit: 'text',
    receivedAt: 'text',
    appointedAt: 'text',
    resultAt: 'text',
    fee: 'text',
    officer: 'text',
  },
  supplement: { items: 'entries', reason: 'text', answerUntil: 'text?', officer: 'text' },
  refusal: { reasons: 'texts', guidance: 'text?', officer: 'text' },
  apology: {
    receivedAt: 'text',
    appointedAt: 'text',
    newAppointmentOn: 'text',
    reason: 'text',
    ...SIGNER_SHAPE,
  },
  stop: {
    receivedAt: 'text',
    requestedOn: 'text?',
    reasons: 'texts',
    stage: 'text',
    fees: 'text',
    ...SIGNER_SHAPE,
  },
};

/**
 * A slip of the one-stop desk on A5. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderSlip<Kind extends SlipKind>(
  kind: Kind,
  facts: SlipFacts[Kind],
): Promise<RenderedPaper> {
  const template: Template<SlipFacts[Kind]> = slipTemplates[kind];
  return rendered(template, checkedFacts(facts, { ...COMMON, ...OWN[kind] }));
}
