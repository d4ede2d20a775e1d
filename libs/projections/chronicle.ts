import type {
  DecisionKind,
  DossierEvent,
  DossierEvents,
  Finding,
  GivenReason,
  HandoverWay,
} from '#libs/dossier/events.js';
import type { Dossier, Draft, LicenceNumber, Opinion, Stage } from '#libs/dossier/state.js';
import type { Digest, PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';

/** How the office decided. */
export interface DecisionTaken {
  readonly kind: DecisionKind;
  readonly approvedBy: PersonId;
  readonly at: Instant;
  readonly termYears: number | null;
  readonly reasons: readonly GivenReason[];
}

/** Why a dossier ended without a decision, in the office's reasons or the applicant's words. */
export interface Ending {
  readonly reasons: readonly GivenReason[];
  readonly note: string | null;
}

export interface Forwarding {
  readonly to: string;
  readonly at: Instant;
  /** The one that was recorded last. */
  readonly answer: Omit<DossierEvents['ForwardingAnswered'], 'from' | 'recordedBy' | 'corrects'> | null;
}

/** What the state of a dossier lets go of once no decision asks for it, and readers still want to see. */
export interface Chronicle {
  readonly steps: readonly { readonly stage: Stage; readonly enteredAt: Instant }[];
  readonly opinions: readonly Opinion[];
  readonly findings: readonly Finding[];
  readonly appraisalReport: Digest | null;
  readonly draft: Draft | null;
  readonly decision: DecisionTaken | null;
  readonly licence: LicenceNumber | null;
  readonly certificate: Digest | null;
  /** The letter that tells of a denial, or that sent the dossier on. */
  readonly letter: Digest | null;
  /** To whom it was sent on, and what they decided, where that was recorded. */
  readonly forwarding: Forwarding | null;
  readonly handedOver: { readonly way: HandoverWay; readonly at: Instant } | null;
  readonly ending: Ending | null;
}

const blank: Chronicle = {
  steps: [],
  opinions: [],
  findings: [],
  appraisalReport: null,
  draft: null,
  decision: null,
  licence: null,
  certificate: null,
  letter: null,
  forwarding: null,
  handedOver: null,
  ending: null,
};

/** The chronicle after an event, `after` being the dossier after it. */
export function recount(
  before: Chronicle | undefined,
  event: DossierEvent,
  now: { readonly after: Dossier; readonly at: Instant },
): Chronicle {
  const known = before ?? blank;
  const read = event.type === 'ForwardingAnswered' ? answered(known, event.data) : fromEvent(event);
  return { ...known, ...stepTaken(known, now), ...fromState(now.after), ...read };
}

function answered(
  { forwarding }: Chronicle,
  { answer, number, decidedOn, reason, paper, recordedAt }: DossierEvents['ForwardingAnswered'],
): Partial<Chronicle> {
  if (!forwarding) return {};
  const said = {
    ...(number !== undefined && { number }),
    ...(reason !== undefined && { reason }),
    ...(paper && { paper }),
  };
  return { forwarding: { ...forwarding, answer: { answer, decidedOn, recordedAt, ...said } } };
}

function stepTaken(
  { steps }: Chronicle,
  { after, at }: { readonly after: Dossier; readonly at: Instant },
): Partial<Chronicle> {
  if (steps.at(-1)?.stage === after.stage) return {};
  return { steps: [...steps, { stage: after.stage, enteredAt: at }] };
}

/** What the state holds now is newer than what is remembered of it. */
function fromState(dossier: Dossier): Partial<Chronicle> {
  switch (dossier.stage) {
    case 'appraisal':
      return { opinions: dossier.opinions, findings: dossier.findings ?? [], draft: null };
    case 'decision':
      return { opinions: dossier.opinions, findings: dossier.findings ?? [], draft: dossier.draft };
    case 'certificate':
      return { licence: dossier.number ?? null };
    case 'handover':
      if (dossier.result.kind === 'denial') return { licence: null, letter: dossier.result.letter ?? null };
      return { licence: dossier.result.number, certificate: dossier.result.certificate };
    case 'receipt':
    case 'completeness':
    case 'supplement':
    case 'closed':
      return {};
  }
}

function fromEvent(event: DossierEvent): Partial<Chronicle> {
  switch (event.type) {
    case 'AppraisalRecorded':
      return { appraisalReport: event.data.report ?? null };
    case 'LicenceGranted': {
      const { approvedBy, termYears, grantedAt } = event.data;
      return { decision: { kind: 'grant', approvedBy, at: grantedAt, termYears, reasons: [] } };
    }
    case 'ForwardingApproved': {
      const { approvedBy, approvedAt: at } = event.data;
      return { decision: { kind: 'forward', approvedBy, at, termYears: 0, reasons: [] } };
    }
    case 'DossierForwarded': {
      const { letter, to, forwardedAt: at } = event.data;
      return { letter, forwarding: { to, at, answer: null } };
    }
    case 'LicenceDenied': {
      const { approvedBy, reasons, deniedAt } = event.data;
      return { decision: { kind: 'deny', approvedBy, at: deniedAt, termYears: null, reasons } };
    }
    case 'ResultHandedOver':
      return { handedOver: { way: event.data.way, at: event.data.handedOverAt } };
    case 'DossierReopened':
      return { ending: null };
    default:
      return endingOf(event);
  }
}

function endingOf(event: DossierEvent): Partial<Chronicle> {
  switch (event.type) {
    case 'IntakeRefused':
      return { ending: { reasons: event.data.reasons, note: event.data.guidance } };
    case 'DossierRedirected':
      return { ending: { reasons: [], note: `${event.data.toAgency}: ${event.data.reason}` } };
    case 'DossierWithdrawn':
      return { ending: { reasons: [], note: event.data.reason } };
    case 'DossierStopped':
      return { ending: { reasons: event.data.reasons, note: null } };
    default:
      return {};
  }
}
