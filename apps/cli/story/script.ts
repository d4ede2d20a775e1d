import { localDateOf, systemClock } from '#libs/kernel/time.js';

/** One act of the story: who does what, in the words of the mutation. */
export interface Act {
  /** Role that acts; `consulted:n` is the n-th consulted agency of the procedure. */
  readonly who: string;
  readonly mutation: string;
  /** Its GraphQL input type. */
  readonly inputType: string;
  readonly input: (story: StoryFacts) => Readonly<Record<string, unknown>>;
  /** What time or a worker must bring before this act: a stage, or the note that an agency stayed silent. */
  readonly awaits?: { readonly stage?: string; readonly silence?: boolean; readonly because: string };
}

/** What the acts need to know of the procedure and of the application filed. */
export interface StoryFacts {
  readonly checklist: readonly string[];
  readonly agencies: readonly string[];
  readonly denialReason: string;
  readonly deficiency: string;
  readonly supplementPaper: { readonly code: string; readonly digest: string };
}

export const variants = [
  'granted',
  'supplement',
  'denied',
  'withdrawn',
  'opinion-overdue',
  'renewal',
  'local-press',
] as const;
export type Variant = (typeof variants)[number];

export function isVariant(text: string): text is Variant {
  return (variants as readonly string[]).includes(text);
}

const LICENCE_YEARS = 10;
/** The longest that a licence is extended by at once. */
export const EXTENSION_YEARS = 2;

/** What people do after the dossier was filed, in order; a renewal is filed by who was granted a licence before. */
export function scriptOf(variant: Variant): readonly Act[] {
  switch (variant) {
    case 'granted':
      return [...intake, ...appraisal, ...opinions, ...grant, ...result];
    case 'supplement':
      return [accept, ...supplement, complete, ...appraisal, ...opinions, ...grant, ...result];
    case 'denied':
      return [...intake, ...appraisal, ...opinions, ...denial, ...result];
    case 'withdrawn':
      return [...intake, ...appraisal, withdraw];
    case 'opinion-overdue':
      return [...intake, ...appraisal, oneOpinion, ...grantAfterSilence, ...result];
    case 'local-press':
      return [...intake, recordAppraisal, forward, directorBy('approveForwarding'), allocateNumber, answer];
    case 'renewal':
      return [...intake, recordAppraisal, proposalFor(EXTENSION_YEARS), approve, ...result];
  }
}

const accept: Act = {
  who: 'oneStopClerk',
  mutation: 'acceptDossier',
  inputType: 'DossierInput',
  input: () => ({}),
};
const complete: Act = {
  who: 'oneStopClerk',
  mutation: 'confirmCompleteness',
  inputType: 'DossierInput',
  input: () => ({}),
};
const intake: readonly Act[] = [accept, complete];

const supplement: readonly Act[] = [
  {
    who: 'oneStopClerk',
    mutation: 'requestSupplement',
    inputType: 'RequestSupplementInput',
    input: ({ supplementPaper, deficiency }) => ({
      items: [
        {
          paper: supplementPaper.code,
          deficiency,
          guidance: 'Đề nghị bổ sung bản có chữ ký và dấu của người đứng đầu tổ chức.',
        },
      ],
    }),
  },
  {
    who: 'applicant',
    mutation: 'receiveSupplement',
    inputType: 'ReceiveSupplementInput',
    input: ({ supplementPaper }) => ({ papers: [supplementPaper] }),
  },
];

const recordAppraisal: Act = {
  who: 'specialist',
  mutation: 'recordAppraisal',
  inputType: 'RecordAppraisalInput',
  input: ({ checklist }) => ({ findings: checklist.map((item) => ({ item, met: true })) }),
};
const appraisal: readonly Act[] = [
  {
    who: 'specialist',
    mutation: 'askOpinions',
    inputType: 'AskOpinionsInput',
    input: ({ agencies }) => ({ agencies: agencies.map((agency) => ({ agency })) }),
  },
  recordAppraisal,
];

const oneOpinion = opinionOf(0);
const opinions: readonly Act[] = [oneOpinion, opinionOf(1)];

function opinionOf(n: number): Act {
  return {
    who: `consulted:${n}`,
    mutation: 'giveOpinion',
    inputType: 'GiveOpinionInput',
    input: ({ agencies }) => ({
      agency: agencies[n],
      position: 'AGREES',
      summary: 'Thống nhất cấp giấy phép.',
    }),
  };
}

function proposalFor(termYears: number): Act {
  return {
    who: 'specialist',
    mutation: 'proposeDecision',
    inputType: 'ProposeDecisionInput',
    input: () => ({ kind: 'GRANT', termYears, reasons: [] }),
  };
}

/** What the director makes of the draft. */
function directorBy(mutation: string): Act {
  return { who: 'director', mutation, inputType: 'JudgementInput', input: () => ({}) };
}

/** No years: another authority grants them. */
const forward: Act = {
  who: 'specialist',
  mutation: 'proposeDecision',
  inputType: 'ProposeDecisionInput',
  input: () => ({ kind: 'FORWARD', reasons: [] }),
};

/** What the authority wrote back, noted by whoever registers what comes in. */
const answer: Act = {
  who: 'recordsClerk',
  mutation: 'recordForwardingAnswer',
  inputType: 'RecordForwardingAnswerInput',
  input: () => ({
    answer: 'GRANTED',
    number: '140/GP-BVHTTDL',
    decidedOn: localDateOf(systemClock.now()),
  }),
  awaits: { stage: 'CLOSED', because: 'the letter is signed and the dossier sent on' },
};

const propose = proposalFor(LICENCE_YEARS);
const approve = directorBy('grantLicence');
const grant: readonly Act[] = [propose, approve];
const grantAfterSilence: readonly Act[] = [
  {
    ...propose,
    awaits: { silence: true, because: 'the second agency stays silent past its time' },
  },
  approve,
];

const denial: readonly Act[] = [
  {
    who: 'specialist',
    mutation: 'proposeDecision',
    inputType: 'ProposeDecisionInput',
    input: ({ denialReason }) => ({ kind: 'DENY', reasons: [{ code: denialReason }] }),
  },
  directorBy('denyLicence'),
];

const withdraw: Act = {
  who: 'applicant',
  mutation: 'withdrawDossier',
  inputType: 'ReasonedInput',
  input: () => ({ reason: 'Tổ chức thay đổi kế hoạch hoạt động.' }),
};

const handOver: Act = {
  who: 'oneStopClerk',
  mutation: 'handOverResult',
  inputType: 'HandOverResultInput',
  input: () => ({ way: 'COUNTER' }),
};
const allocateNumber: Act = {
  who: 'recordsClerk',
  mutation: 'allocateLicenceNumber',
  inputType: 'DossierInput',
  input: () => ({}),
};
const result: readonly Act[] = [
  allocateNumber,
  { ...handOver, awaits: { stage: 'HANDOVER', because: 'the certificate is drawn' } },
];
