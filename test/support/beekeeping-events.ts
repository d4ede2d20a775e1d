import type { DossierEvent, DossierEvents, DossierEventType, SubmittedPaper } from '#libs/dossier/events.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import {
  beekeeper,
  clerk,
  day,
  digest,
  director,
  dossierId,
  hanoi,
  licenceId,
  specialist,
} from './beekeepers.js';
import { beekeepers, foresters, healthOffice } from './beekeeping.js';

/**
 * One application in March 2026, a month without a day off but weekends: filed on Monday the 2nd, licensed on Wednesday the 11th.
 * Every date is written down, none is computed: where a story ends in one of these events, its dates are asserted.
 */
type Told<Type extends DossierEventType> = (changes?: Partial<DossierEvents[Type]>) => {
  readonly type: Type;
  readonly data: DossierEvents[Type];
};

function told<Type extends DossierEventType>(type: Type, data: DossierEvents[Type]): Told<Type> {
  return (changes = {}) => ({ type, data: { ...data, ...changes } });
}

export const paper = (code: string): SubmittedPaper => ({
  code,
  digest: digest('e'),
  mediaType: 'application/pdf',
  bytes: 1_000,
});

export const procedureReference = {
  id: 'beekeeping-licence',
  version: '2020-01-01',
  hash: 'b'.repeat(64),
};

export const submitted = told('DossierSubmitted', {
  dossierId,
  procedure: procedureReference,
  agency: beekeepers,
  channel: 'online',
  applicant: beekeeper,
  applicantKind: 'enterprise',
  form: digest('f'),
  papers: [paper('application'), paper('registration')],
  trackingSecret: digest('5'),
  receivedAt: hanoi('2026-03-02 09:00'),
  acceptBy: hanoi('2026-03-03 17:00'),
});

/** Ten working days from Monday 2 March end on Monday 16 March. */
export const accepted = told('DossierAccepted', {
  code: 'H99.10-260302-0001',
  codeDate: day('2026-03-02'),
  codeSerial: 1,
  acceptedAt: hanoi('2026-03-02 10:00'),
  dueAt: hanoi('2026-03-16 17:00'),
  appointedOn: day('2026-03-16'),
  checkBy: hanoi('2026-03-03 17:00'),
});

export const intakeRefused = told('IntakeRefused', {
  reasons: [{ code: 'outOfCompetence' }],
  guidance: 'Ask the commune',
});

export const redirected = told('DossierRedirected', { toAgency: 'H99.40', reason: 'Wild bees' });

export const completenessConfirmed = told('CompletenessConfirmed', {
  confirmedAt: hanoi('2026-03-03 09:00'),
  appraiseBy: hanoi('2026-03-10 17:00'),
});

/** Thirty days from Tuesday 3 March end on Thursday 2 April. */
export const supplementRequested = told('SupplementRequested', {
  round: 1,
  items: [
    { about: { paper: 'registration' }, deficiency: 'unreadable', guidance: 'Scan it again' },
    { about: { field: 'hives/count' }, deficiency: 'missing', guidance: 'How many hives?' },
  ],
  requestedAt: hanoi('2026-03-03 09:00'),
  answerBy: hanoi('2026-04-02 17:00'),
});

/** Answered on Monday 9 March: the ten working days run from zero, to Monday 23 March. */
export const supplementReceived = told('SupplementReceived', {
  round: 1,
  papers: [paper('registration')],
  form: digest('a'),
  receivedAt: hanoi('2026-03-09 09:00'),
  dueAt: hanoi('2026-03-23 17:00'),
  restartedAt: hanoi('2026-03-09 09:00'),
  stepDueAt: hanoi('2026-03-10 17:00'),
});

export const supplementLapsed = told('SupplementLapsed', { round: 1, lapsedAt: hanoi('2026-04-03 00:00') });

export const taskAssigned = told('TaskAssigned', { task: 'checkCompleteness-1', to: clerk });
export const taskClaimed = told('TaskClaimed', { task: 'receive-1', by: clerk });

export const appraisalRecorded = told('AppraisalRecorded', {
  findings: [
    { item: 'distance', met: true },
    { item: 'healthyBees', met: true, note: 'They hum' },
  ],
});

/** Four working days from Wednesday 4 March end on Tuesday 10 March. */
export const opinionAsked = told('OpinionAsked', {
  agency: foresters,
  askedAt: hanoi('2026-03-04 09:00'),
  dueAt: hanoi('2026-03-10 17:00'),
});

export const opinionGiven = told('OpinionGiven', {
  agency: foresters,
  position: 'agrees',
  summary: 'Flowers enough',
  late: false,
});

export const opinionOverdueNoted = told('OpinionOverdueNoted', {
  agency: foresters,
  dueAt: hanoi('2026-03-10 17:00'),
});

/** Two working days from Monday 9 March end on Wednesday 11 March. */
export const decisionProposed = told('DecisionProposed', {
  kind: 'grant',
  reasons: [],
  termYears: 5,
  preparedBy: specialist,
  proposedAt: hanoi('2026-03-09 09:00'),
  decideBy: hanoi('2026-03-11 17:00'),
});

export function denialProposed(): DossierEvent {
  const data: DossierEvents['DecisionProposed'] = {
    kind: 'deny',
    reasons: [{ code: 'tooClose' }],
    preparedBy: specialist,
    proposedAt: hanoi('2026-03-09 09:00'),
    decideBy: hanoi('2026-03-11 17:00'),
  };
  return { type: 'DecisionProposed', data };
}

/** Where another authority decides, no years are proposed. */
export function forwardingProposed(): DossierEvent {
  const { termYears: _, ...data } = decisionProposed().data;
  return { type: 'DecisionProposed', data: { ...data, kind: 'forward' } };
}

export const draftReturned = told('DraftReturned', {
  reason: 'The term is too long',
  returnedAt: hanoi('2026-03-10 09:00'),
  appraiseBy: hanoi('2026-03-16 17:00'),
});

export const licenceGranted = told('LicenceGranted', {
  approvedBy: director,
  termYears: 5,
  grantedAt: hanoi('2026-03-10 09:00'),
  numberBy: hanoi('2026-03-11 17:00'),
});

/** Five working days from Tuesday 10 March end on Tuesday 17 March. */
export const licenceDenied = told('LicenceDenied', {
  approvedBy: director,
  reasons: [{ code: 'tooClose' }],
  deniedAt: hanoi('2026-03-10 09:00'),
  handOverBy: hanoi('2026-03-17 17:00'),
});

export const deniedByLetter: DossierEvent = {
  type: 'LicenceDenied',
  data: {
    approvedBy: director,
    reasons: [{ code: 'tooClose' }],
    deniedAt: hanoi('2026-03-10 09:00'),
    numberBy: hanoi('2026-03-11 17:00'),
  },
};
export const letterNumberAllocated = told('LetterNumberAllocated', {
  agency: beekeepers,
  number: 1,
  year: 2026,
  suffix: 'SNO',
  text: '01/SNO',
  issuedOn: day('2026-03-11'),
});
export const numberAllocated = told('LicenceNumberAllocated', {
  licenceId,
  agency: beekeepers,
  number: 1,
  year: 2026,
  suffix: 'GP-NO',
  text: '01/GP-NO',
  issuedOn: day('2026-03-11'),
  expiresOn: day('2031-03-11'),
});

export const numberVoided = told('LicenceNumberVoided', {
  number: 1,
  year: 2026,
  text: '01/GP-NO',
  reason: 'Wrong holder',
});

export const signatureRequested = told('SignatureRequested', {
  role: 'person',
  signer: director,
  attempt: 1,
  task: 'sign-1',
  requestedAt: hanoi('2026-03-11 09:03'),
});
export const signatureAnswered = told('SignatureAnswered', {
  role: 'person',
  attempt: 1,
  answeredAt: hanoi('2026-03-13 14:00'),
});
export const signatureRefused = told('SignatureRefused', {
  role: 'person',
  signer: director,
  attempt: 1,
  reason: 'rejected',
  explanation: 'Wrong term',
});

export const signatureRequestedAgain = told('SignatureRequestedAgain', { role: 'person', attempt: 2 });

export const template = { id: 'beekeeping-licence', version: '1', hash: 'd'.repeat(64) };

export const certificateIssued = told('CertificateIssued', {
  certificate: digest('c'),
  pages: 2,
  template,
  issuedAt: hanoi('2026-03-11 09:05'),
  handOverBy: hanoi('2026-03-18 17:00'),
});

export const letterIssued = told('LetterIssued', {
  letter: digest('d'),
  pages: 1,
  template,
  signatures: [],
  issuedAt: hanoi('2026-03-11 09:05'),
  handOverBy: hanoi('2026-03-18 17:00'),
});

export const licenceEntered = told('LicenceEntered', { licenceId });

export const resultHandedOver = told('ResultHandedOver', {
  way: 'counter',
  handedOverAt: hanoi('2026-03-12 09:00'),
});

export const withdrawn = told('DossierWithdrawn', {
  reason: 'Bees flew away',
  withdrawnAt: hanoi('2026-03-05 09:00'),
});

export const stopped = told('DossierStopped', {
  reasons: [{ code: 'swarmed' }],
  stoppedAt: hanoi('2026-03-05 09:00'),
});

/**
 * Stopped on Thursday 5 March, when three of the ten working days were used up, and re-opened on Thursday the 12th: seven are left,
 * and the appraisal has its five again.
 */
export const reopened = told('DossierReopened', {
  reason: 'They came back',
  reopenedAt: hanoi('2026-03-12 09:00'),
  stepDueAt: hanoi('2026-03-19 17:00'),
  dueAt: hanoi('2026-03-23 17:00'),
});

export const deadlineExtended = told('DeadlineExtended', {
  days: 5,
  extendedAt: hanoi('2026-03-12 09:00'),
  from: hanoi('2026-03-16 17:00'),
  to: hanoi('2026-03-23 17:00'),
  appointedOn: day('2026-03-23'),
  reason: 'It rained',
  apology: 'We are sorry',
});

/** Both agencies were asked and agree. */
export function opinionsIn(): readonly DossierEvent[] {
  const asked = [foresters, healthOffice].map((agency: AgencyId) => opinionAsked({ agency }));
  return [...asked, opinionGiven(), opinionGiven({ agency: healthOffice, summary: 'Nobody is stung' })];
}

const atAppraisal = [submitted(), accepted(), completenessConfirmed()];
const atDecision = [...atAppraisal, ...opinionsIn(), appraisalRecorded(), decisionProposed()];
const atCertificate = [...atDecision, licenceGranted()];
const atHandover = [...atCertificate, numberAllocated(), certificateIssued()];

/** The application up to where it stands in a stage, on its straight way to a licence. */
export const standing = {
  receipt: [submitted()],
  completeness: [submitted(), accepted()],
  supplement: [submitted(), accepted(), supplementRequested()],
  appraisal: atAppraisal,
  decision: atDecision,
  certificate: atCertificate,
  handover: atHandover,
  closed: [...atHandover, licenceEntered(), resultHandedOver()],
} as const satisfies Readonly<Record<string, readonly DossierEvent[]>>;

const approvedForwarding = [
  ...atAppraisal,
  ...opinionsIn(),
  forwardingProposed(),
  {
    type: 'ForwardingApproved',
    data: {
      approvedBy: director,
      approvedAt: hanoi('2026-03-10 09:00'),
      numberBy: hanoi('2026-03-11 17:00'),
    },
  },
  letterNumberAllocated(),
] as const;

export const dossierForwarded = told('DossierForwarded', {
  letter: digest('d'),
  pages: 1,
  template,
  signatures: [],
  to: 'Cục Nuôi ong',
  forwardedAt: hanoi('2026-03-11 09:05'),
});

/** A dossier on its way to another authority: drafted, approved, its letter numbered, sent. */
export const forwarding = {
  decision: [...atAppraisal, ...opinionsIn(), forwardingProposed()],
  certificate: approvedForwarding,
  closed: [...approvedForwarding, dossierForwarded()],
} as const satisfies Readonly<Record<string, readonly DossierEvent[]>>;

/** A denial on its way: drafted, decided, handed over. */
export const denied = {
  decision: [...atAppraisal, ...opinionsIn(), denialProposed()],
  handover: [...atAppraisal, ...opinionsIn(), denialProposed(), licenceDenied()],
} as const satisfies Readonly<Record<string, readonly DossierEvent[]>>;
