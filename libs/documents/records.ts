import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { FactShape } from './checked-facts.js';
import { checkedFacts } from './checked-facts.js';
import { recordTemplates } from './papers/record-templates.js';
import type { RenderedPaper, Template } from './rendered-paper.js';
import { rendered } from './rendered-paper.js';

/** What is drawn from the log for the office's own files. */
interface RecordCommonFacts {
  readonly authority: { readonly parent: string; readonly name: string };
  /** As printed after "Số:". */
  readonly recordNumber: string;
  readonly place: string;
  readonly madeAt: Instant;
  readonly signer: { readonly title: string; readonly name: string };
  readonly provisional: boolean;
}

/** How a step ended against its own limit. */
export type StepResult = 'early' | 'onTime' | 'late';

/** Mẫu 06 of Circular 03/2025/TT-VPCP: who handed the dossier to whom, and when. */
export interface ControlSlipFacts extends RecordCommonFacts {
  readonly dossierCode: string;
  readonly procedureName: string;
  readonly applicant: { readonly name: string; readonly address: string };
  readonly receivedAt: Instant;
  readonly appointedAt: Instant;
  readonly steps: readonly {
    readonly from: string;
    readonly to: string;
    readonly at: Instant;
    readonly result?: StepResult;
    readonly note?: string;
  }[];
}

/** Mẫu 07 of Circular 03/2025/TT-VPCP: what was received between two days. */
export interface RegisterExtractFacts extends RecordCommonFacts {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly entries: readonly {
    readonly dossierCode: string;
    readonly procedureName: string;
    readonly sets: number;
    readonly applicant: string;
    readonly contact: string;
    readonly agency: string;
    readonly receivedOn: LocalDate;
    readonly appointedOn: LocalDate;
    readonly returnedOn?: LocalDate;
    /** "Trực tuyến", "Bưu chính công ích", "Trực tiếp". */
    readonly way: string;
    readonly note?: string;
  }[];
}

export interface RecordFacts {
  readonly controlSlip: ControlSlipFacts;
  readonly registerExtract: RegisterExtractFacts;
}

export type RecordKind = keyof RecordFacts;

const COMMON: FactShape = {
  'authority.parent': 'text',
  'authority.name': 'text',
  recordNumber: 'text',
  place: 'text',
  madeAt: 'text',
  'signer.title': 'text',
  'signer.name': 'text',
  provisional: 'flag',
};

const OWN: Readonly<Record<RecordKind, FactShape>> = {
  controlSlip: {
    dossierCode: 'text',
    procedureName: 'text',
    'applicant.name': 'text',
    'applicant.address': 'text',
    receivedAt: 'text',
    appointedAt: 'text',
    steps: 'entries',
  },
  registerExtract: { fromOn: 'text', toOn: 'text', entries: 'entries?' },
};

/**
 * A record of the one-stop desk. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderRecord<Kind extends RecordKind>(
  kind: Kind,
  facts: RecordFacts[Kind],
): Promise<RenderedPaper> {
  const template: Template<RecordFacts[Kind]> = recordTemplates[kind];
  return rendered(template, checkedFacts(facts, { ...COMMON, ...OWN[kind] }));
}
