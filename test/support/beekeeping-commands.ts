import type { DossierCommand, DossierCommands, DossierCommandType } from '#libs/dossier/commands.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import {
  beekeeper,
  clerk,
  digest,
  director,
  dossierId,
  hanoi,
  licenceId,
  otherClerk,
  ranger,
  recordsClerk,
  specialist,
  system,
} from './beekeepers.js';
import { foresters } from './beekeeping.js';
import { paper, template } from './beekeeping-events.js';

/** A command with who gives it and when. */
export interface Act {
  readonly command: DossierCommand;
  readonly by: PersonId;
  readonly at: Instant;
}

type Acting<Type extends DossierCommandType> = (changes?: Partial<DossierCommands[Type]>) => {
  readonly command: { readonly type: Type; readonly data: DossierCommands[Type] };
  readonly by: PersonId;
  readonly at: Instant;
};

/** Who does this in an ordinary office, and when it happens on the straight way to a licence. */
function acting<Type extends DossierCommandType>(
  type: Type,
  [by, wallClock]: readonly [PersonId, string],
  data: DossierCommands[Type],
): Acting<Type> {
  const at = hanoi(`2026-${wallClock}`);
  return (changes = {}) => ({ command: { type, data: { ...data, ...changes } }, by, at });
}

export const submitDossier = acting('submitDossier', [beekeeper, '03-02 09:00'], {
  dossierId,
  procedureId: 'beekeeping-licence',
  channel: 'online',
  applicant: beekeeper,
  applicantKind: 'enterprise',
  form: digest('f'),
  papers: [paper('application'), paper('registration')],
  trackingSecret: digest('5'),
});

export const acceptDossier = acting('acceptDossier', [clerk, '03-02 10:00'], {});
export const refuseIntake = acting('refuseIntake', [clerk, '03-02 10:00'], {
  reasons: [{ code: 'outOfCompetence' }],
  guidance: 'Ask the commune',
});
export const redirectDossier = acting('redirectDossier', [clerk, '03-02 10:00'], {
  toAgency: 'H99.40',
  reason: 'Wild bees',
});
export const confirmCompleteness = acting('confirmCompleteness', [clerk, '03-03 09:00'], {});

export const requestSupplement = acting('requestSupplement', [clerk, '03-03 09:00'], {
  items: [
    { about: { paper: 'registration' }, deficiency: 'unreadable', guidance: 'Scan it again' },
    { about: { field: 'hives/count' }, deficiency: 'missing', guidance: 'How many hives?' },
  ],
});
export const receiveSupplement = acting('receiveSupplement', [beekeeper, '03-09 09:00'], {
  papers: [paper('registration')],
  form: digest('a'),
});
export const lapseSupplement = acting('lapseSupplement', [system, '04-03 00:00'], { round: 1 });

export const assignTask = acting('assignTask', [director, '03-02 10:00'], {
  task: 'checkCompleteness-1',
  to: clerk,
});
export const claimTask = acting('claimTask', [clerk, '03-02 09:30'], { task: 'receive-1' });
export const releaseTask = acting('releaseTask', [clerk, '03-02 09:40'], { task: 'receive-1' });
export const handOverTask = acting('handOverTask', [clerk, '03-02 09:40'], {
  task: 'receive-1',
  to: otherClerk,
  note: 'I am on leave',
});

export const recordAppraisal = acting('recordAppraisal', [specialist, '03-06 09:00'], {
  findings: [
    { item: 'distance', met: true },
    { item: 'healthyBees', met: true, note: 'They hum' },
  ],
});
export const askOpinions = acting('askOpinions', [specialist, '03-04 09:00'], {
  agencies: [{ agency: foresters }],
});
export const giveOpinion = acting('giveOpinion', [ranger, '03-06 09:00'], {
  agency: foresters,
  position: 'agrees',
  summary: 'Flowers enough',
});
export const noteOpinionOverdue = acting('noteOpinionOverdue', [system, '03-11 00:00'], {
  agency: foresters,
});

export const proposeGrant = acting('proposeDecision', [specialist, '03-09 09:00'], {
  kind: 'grant',
  reasons: [],
  termYears: 5,
});
/** Where another authority decides, no years are proposed. */
export const proposeForwarding = acting('proposeDecision', [specialist, '03-09 09:00'], {
  kind: 'forward',
  reasons: [],
});
export const proposeDenial = acting('proposeDecision', [specialist, '03-09 09:00'], {
  kind: 'deny',
  reasons: [{ code: 'tooClose' }],
});
export const returnDraft = acting('returnDraft', [director, '03-10 09:00'], {
  reason: 'The term is too long',
});
export const grantLicence = acting('grantLicence', [director, '03-10 09:00'], {});
export const approveForwarding = acting('approveForwarding', [director, '03-10 09:00'], {});
export const recordForwardingAnswer = acting('recordForwardingAnswer', [recordsClerk, '04-02 09:00'], {
  answer: 'granted',
  number: '7/GP-BNO',
  decidedOn: '2026-03-30' as LocalDate,
});
export const denyLicence = acting('denyLicence', [director, '03-10 09:00'], {});

export const allocateLicenceNumber = acting('allocateLicenceNumber', [recordsClerk, '03-11 09:00'], {
  licenceId,
});
export const voidLicenceNumber = acting('voidLicenceNumber', [recordsClerk, '03-11 09:02'], {
  reason: 'Wrong holder',
});
export const notePaperHindered = acting('notePaperHindered', [system, '03-11 09:03'], {
  licenceId,
  code: 'missingGlyph',
  field: 'holder.name',
});
export const noteSignatureRequested = acting('noteSignatureRequested', [system, '03-11 09:03'], {
  licenceId,
  role: 'person',
  signer: director,
  attempt: 1,
});
export const noteSignatureAnswered = acting('noteSignatureAnswered', [system, '03-13 14:00'], {
  role: 'person',
  attempt: 1,
});
export const noteSignatureRefused = acting('noteSignatureRefused', [system, '03-11 09:03'], {
  licenceId,
  role: 'person',
  signer: director,
  attempt: 1,
  reason: 'rejected',
  explanation: 'Wrong term',
});
export const requestSignatureAgain = acting('requestSignatureAgain', [recordsClerk, '03-11 09:04'], {});
export const issueCertificate = acting('issueCertificate', [system, '03-11 09:05'], {
  licenceId,
  certificate: digest('c'),
  pages: 2,
  template,
});
const ofLetter = { text: '01/SNO' } as const;
export const issueLetter = acting('issueCertificate', [system, '03-11 09:05'], {
  ...ofLetter,
  certificate: digest('d'),
  pages: 1,
  template,
  signatures: [],
});
export const noteLetterSignatureRequested = acting('noteSignatureRequested', [system, '03-11 09:03'], {
  ...ofLetter,
  role: 'person',
  signer: director,
  attempt: 1,
});
export const noteLetterSignatureRefused = acting('noteSignatureRefused', [system, '03-11 09:03'], {
  ...ofLetter,
  role: 'person',
  signer: director,
  attempt: 1,
  reason: 'rejected',
  explanation: 'Wrong term',
});
export const enterLicence = acting('enterLicence', [system, '03-11 09:06'], { licenceId });
export const handOverResult = acting('handOverResult', [clerk, '03-12 09:00'], { way: 'counter' });

export const withdrawDossier = acting('withdrawDossier', [beekeeper, '03-05 09:00'], {
  reason: 'Bees flew away',
});
export const stopDossier = acting('stopDossier', [director, '03-05 09:00'], {
  reasons: [{ code: 'swarmed' }],
});
export const reopenDossier = acting('reopenDossier', [director, '03-12 09:00'], {
  reason: 'They came back',
});
export const eraseForm = acting('eraseForm', [system, '04-30 09:00'], { ground: 'applicantAsked' });
export const extendDeadline = acting('extendDeadline', [director, '03-12 09:00'], {
  days: 5,
  reason: 'It rained',
  apology: 'We are sorry',
});

export const moveDeadlines = acting('moveDeadlines', [system, '03-04 08:00'], {
  edition: { id: 'vietnam', version: '2026.2' },
});

export const remindOfficer = acting('remindOfficer', [system, '03-03 09:15'], { task: 'receive-1' });
export const escalateLateness = acting('escalateLateness', [system, '03-03 17:00'], { task: 'receive-1' });
export const remindApplicant = acting('remindApplicant', [system, '03-18 00:00'], {
  about: 'supplement',
  count: 1,
});
