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
  /** Address of the public page with the code of this record. */
  readonly verificationUrl: string;
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

interface CountedLine {
  readonly label: string;
  readonly count: number;
}

/** A licence holder's duty in a department's summary. */
interface SummaryDutyLine {
  readonly licence: string;
  readonly holder: string;
  readonly duty: string;
  readonly dueOn: LocalDate;
  readonly submittedOn?: LocalDate;
  readonly standing: string;
}

/** Circular 09/2014/TT-BTTTT Art. 9(5): what a department tells its ministry and its People's Committee. No form is prescribed. */
export interface DepartmentSummaryFacts extends RecordCommonFacts {
  readonly addressees: readonly string[];
  /** "6 tháng đầu năm 2026". */
  readonly periodName: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  /** On which day the log came to the position that is told. */
  readonly asOfOn: LocalDate;
  readonly licences: readonly CountedLine[];
  readonly acts: readonly CountedLine[];
  readonly duties: readonly CountedLine[];
  readonly violations: readonly {
    readonly label: string;
    readonly findings: number;
    readonly suspensions: number;
    readonly revocations: number;
  }[];
  readonly late: readonly SummaryDutyLine[];
  readonly reported: readonly SummaryDutyLine[];
}

export interface RecordFacts {
  readonly controlSlip: ControlSlipFacts;
  readonly registerExtract: RegisterExtractFacts;
  readonly departmentSummary: DepartmentSummaryFacts;
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
  verificationUrl: 'text',
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
  departmentSummary: {
    addressees: 'texts',
    periodName: 'text',
    fromOn: 'text',
    toOn: 'text',
    asOfOn: 'text',
    licences: 'entries',
    acts: 'entries',
    duties: 'entries',
    violations: 'entries?',
    late: 'entries?',
    reported: 'entries?',
  },
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
