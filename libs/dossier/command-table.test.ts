import { describe, expect, it } from '@jest/globals';
import { clerk, hanoi, otherClerk } from '../../test/support/beekeepers.js';
import {
  foresters,
  forwardedBeekeeping,
  healthOffice,
  letteredBeekeeping,
  shortBeekeeping,
} from '../../test/support/beekeeping.js';
import * as ask from '../../test/support/beekeeping-commands.js';
import {
  appraisalRecorded,
  denied,
  forwarding,
  numberAllocated,
  opinionAsked,
  opinionsIn,
  deniedByLetter,
  letterNumberAllocated,
  resultHandedOver,
  signatureRefused,
  signatureRequested,
  standing,
  stopped,
  submitted,
  supplementRequested,
  taskClaimed,
} from '../../test/support/beekeeping-events.js';
import { deadlinesMoved } from '../../test/support/late-announcement.js';
import { decided } from '../../test/support/dossier-stories.js';
import { diagramOf, moveOf, shownDiagram } from '../../test/support/stage-diagram.js';
import type { Place } from './command-table.js';
import type { DossierCommandType } from './commands.js';
import type { DossierEvent } from './events.js';
import type { DossierRefusalName } from './refusals.js';

const places = [
  'none',
  'receipt',
  'completeness',
  'supplement',
  'appraisal',
  'decision',
  'certificate',
  'handover',
  'closed',
] as const satisfies readonly Place[];

/** The refusals of the table, by a letter. `+` is asked here and leads to the events beside it. */
const refusals: Readonly<Record<string, DossierRefusalName>> = {
  n: 'NotFiledYet',
  f: 'AlreadyFiled',
  e: 'NotYetAccepted',
  a: 'AlreadyAccepted',
  w: 'WaitsForSupplement',
  s: 'NoSupplementAsked',
  u: 'NotYetUnderAppraisal',
  U: 'AlreadyUnderAppraisal',
  p: 'NoDecisionProposed',
  P: 'DecisionIsProposed',
  g: 'NotYetGranted',
  d: 'AlreadyDecided',
  c: 'CertificateNotIssued',
  C: 'CertificateAlreadyIssued',
  x: 'DossierClosed',
  o: 'DossierStillOpen',
};

/** Written down a second time, from the rules of the office: what is asked where, and what it leads to. */
const expected = {
  //                      none · receipt · completeness · supplement · appraisal · decision · certificate · handover · closed
  submitDossier: ['+ f f f f f f f f', 'DossierSubmitted'],
  acceptDossier: ['n + a w a a a a x', 'DossierAccepted'],
  refuseIntake: ['n + a w a a a a x', 'IntakeRefused'],
  redirectDossier: ['n + + w U P d d x', 'DossierRedirected'],
  confirmCompleteness: ['n e + w U U d d x', 'CompletenessConfirmed'],
  requestSupplement: ['n + + w + P d d x', 'SupplementRequested'],
  receiveSupplement: ['n s s + s s s s x', 'SupplementReceived'],
  lapseSupplement: ['n s s + s s s s x', 'SupplementLapsed'],
  assignTask: ['n + + + + + + + x', 'TaskAssigned'],
  claimTask: ['n + + + + + + + x', 'TaskClaimed'],
  releaseTask: ['n + + + + + + + x', 'TaskReleased'],
  handOverTask: ['n + + + + + + + x', 'TaskHandedOver'],
  recordAppraisal: ['n e u w + P d d x', 'AppraisalRecorded'],
  askOpinions: ['n e u w + P d d x', 'OpinionAsked'],
  giveOpinion: ['n e u + + P d d x', 'OpinionGiven'],
  noteOpinionOverdue: ['n e u w + P d d x', 'OpinionOverdueNoted'],
  proposeDecision: ['n e u w + P d d x', 'DecisionProposed'],
  returnDraft: ['n e u w p + d d x', 'DraftReturned TaskAssigned'],
  grantLicence: ['n e u w p + d d x', 'LicenceGranted'],
  approveForwarding: ['n e u w p + d d x', 'ForwardingApproved'],
  denyLicence: ['n e u w p + d d x', 'LicenceDenied'],
  allocateLicenceNumber: ['n e u w g g + C x', 'LicenceNumberAllocated'],
  voidLicenceNumber: ['n e u w g g + C x', 'LicenceNumberVoided'],
  noteSignatureRefused: ['n e u w g g + C x', 'SignatureRefused'],
  noteSignatureRequested: ['n e u w g g + C x', 'SignatureRequested'],
  noteSignatureAnswered: ['n e u w g g + C x', 'SignatureAnswered'],
  requestSignatureAgain: ['n e u w g g + C x', 'SignatureRequestedAgain'],
  notePaperHindered: ['n e u w g g + C x', 'PaperHindered'],
  issueCertificate: ['n e u w g g + C x', 'CertificateIssued'],
  enterLicence: ['n e u w g g c + +', 'LicenceEntered'],
  handOverResult: ['n e u w g g c + x', 'ResultHandedOver'],
  withdrawDossier: ['n + + + + + d d x', 'DossierWithdrawn'],
  stopDossier: ['n + + + + + + d x', 'DossierStopped'],
  reopenDossier: ['n o o o o o o o +', 'DossierReopened'],
  recordForwardingAnswer: ['n o o o o o o o +', 'ForwardingAnswered'],
  eraseForm: ['n o o o o o o o +', 'FormErased'],
  extendDeadline: ['n e + w + + + d x', 'DeadlineExtended'],
  moveDeadlines: ['n + + + + + + + x', 'DeadlinesMoved'],
  remindOfficer: ['n + + w + + + + x', 'OfficerReminded'],
  escalateLateness: ['n + + w + + + + x', 'LatenessEscalated'],
  remindApplicant: ['n s s + s s c + x', 'ApplicantReminded'],
} as const satisfies Readonly<Record<DossierCommandType, readonly [cells: string, events: string]>>;

/** A dossier in each stage; while it is appraised, an agency has not answered yet. */
const waiting = [...standing.appraisal, opinionAsked()];
const dossiers: Readonly<Record<Place, readonly DossierEvent[]>> = {
  ...standing,
  none: [],
  supplement: [...waiting, supplementRequested()],
  appraisal: waiting,
};

/** Work that is open in each stage. */
const tasks: Readonly<Record<Place, string>> = {
  none: 'receive-1',
  receipt: 'receive-1',
  completeness: 'checkCompleteness-1',
  supplement: 'giveOpinion-H99.20-1',
  appraisal: 'appraise-1',
  decision: 'approve-1',
  certificate: 'allocateNumber-1',
  handover: 'handOver-1',
  closed: 'handOver-1',
};

type Asked = readonly [act: ask.Act, dossier?: readonly DossierEvent[], setting?: object];
const muchLater = { at: hanoi('2026-06-01 09:00') };
const numbered = [...standing.certificate, numberAllocated()];
const held = (place: Place): readonly DossierEvent[] =>
  place === 'none' ? [] : [...dossiers[place], taskClaimed({ task: tasks[place], by: clerk })];
const onTask =
  (act: (data: { readonly task: string; readonly to?: typeof clerk }) => ask.Act) =>
  (place: Place): Asked => [act({ task: tasks[place] })];

/** Its step was due elsewhere by another edition of the calendar. */
const elsewhere = (place: Place): readonly DossierEvent[] => {
  const clock = place === 'supplement' ? 'answer' : 'step';
  const to = hanoi('2026-02-27 17:00');
  return place === 'none' ? [] : [...dossiers[place], deadlinesMoved({ clock, from: to, to })];
};

/** Each command as it makes sense in a stage, and the dossier where the usual one would object to what is asked. */
const asked: Readonly<Record<DossierCommandType, (place: Place) => Asked>> = {
  submitDossier: () => [ask.submitDossier()],
  acceptDossier: () => [ask.acceptDossier()],
  refuseIntake: () => [ask.refuseIntake()],
  redirectDossier: () => [ask.redirectDossier()],
  confirmCompleteness: () => [ask.confirmCompleteness()],
  requestSupplement: () => [ask.requestSupplement()],
  receiveSupplement: () => [ask.receiveSupplement()],
  lapseSupplement: () => [{ ...ask.lapseSupplement(), ...muchLater }],
  assignTask: onTask(ask.assignTask),
  claimTask: onTask(ask.claimTask),
  releaseTask: (place) => [ask.releaseTask({ task: tasks[place] }), held(place)],
  handOverTask: (place) => [ask.handOverTask({ task: tasks[place], to: otherClerk }), held(place)],
  recordAppraisal: () => [ask.recordAppraisal()],
  askOpinions: () => [ask.askOpinions({ agencies: [{ agency: healthOffice }] })],
  giveOpinion: () => [ask.giveOpinion()],
  noteOpinionOverdue: () => [{ ...ask.noteOpinionOverdue({ agency: foresters }), ...muchLater }],
  proposeDecision: (place) =>
    place === 'appraisal'
      ? [ask.proposeGrant(), [...standing.appraisal, ...opinionsIn(), appraisalRecorded()]]
      : [ask.proposeGrant()],
  returnDraft: () => [ask.returnDraft()],
  grantLicence: () => [ask.grantLicence()],
  approveForwarding: (place) =>
    place === 'decision'
      ? [ask.approveForwarding(), forwarding.decision, { procedure: forwardedBeekeeping() }]
      : [ask.approveForwarding()],
  denyLicence: (place) => (place === 'decision' ? [ask.denyLicence(), denied.decision] : [ask.denyLicence()]),
  allocateLicenceNumber: () => [ask.allocateLicenceNumber()],
  voidLicenceNumber: (place) => [
    ask.voidLicenceNumber(),
    place === 'certificate' ? numbered : dossiers[place],
  ],
  noteSignatureRefused: (place) => [
    ask.noteSignatureRefused(),
    place === 'certificate' ? numbered : dossiers[place],
  ],
  noteSignatureRequested: (place) => [
    ask.noteSignatureRequested(),
    place === 'certificate' ? numbered : dossiers[place],
  ],
  noteSignatureAnswered: (place) => [
    ask.noteSignatureAnswered(),
    place === 'certificate' ? [...numbered, signatureRequested()] : dossiers[place],
  ],
  requestSignatureAgain: (place) => [
    ask.requestSignatureAgain(),
    place === 'certificate' ? [...numbered, signatureRefused()] : dossiers[place],
  ],
  notePaperHindered: (place) => [
    ask.notePaperHindered(),
    place === 'certificate' ? numbered : dossiers[place],
  ],
  issueCertificate: (place) => [ask.issueCertificate(), place === 'certificate' ? numbered : dossiers[place]],
  enterLicence: (place) =>
    place === 'closed'
      ? [ask.enterLicence(), [...standing.handover, resultHandedOver()]]
      : [ask.enterLicence()],
  handOverResult: () => [ask.handOverResult()],
  withdrawDossier: () => [ask.withdrawDossier()],
  stopDossier: () => [ask.stopDossier()],
  reopenDossier: (place) =>
    place === 'closed' ? [ask.reopenDossier(), [...waiting, stopped()]] : [ask.reopenDossier()],
  recordForwardingAnswer: (place) =>
    place === 'closed' ? [ask.recordForwardingAnswer(), forwarding.closed] : [ask.recordForwardingAnswer()],
  eraseForm: () => [ask.eraseForm()],
  extendDeadline: () => [ask.extendDeadline()],
  moveDeadlines: (place) => [ask.moveDeadlines(), elsewhere(place)],
  remindOfficer: (place) => [{ ...ask.remindOfficer({ task: tasks[place] }), ...muchLater }],
  escalateLateness: (place) => [{ ...ask.escalateLateness({ task: tasks[place] }), ...muchLater }],
  remindApplicant: (place) => [
    { ...ask.remindApplicant({ about: place === 'supplement' ? 'supplement' : 'collection' }), ...muchLater },
  ],
};

const commands = Object.keys(expected) as readonly DossierCommandType[];

function outcome(command: DossierCommandType, place: Place) {
  const [act, before = dossiers[place], setting = {}] = asked[command](place);
  return { before, decision: decided(before, act, setting) };
}

describe.each(commands)('%s', (command) => {
  const [cells, events] = expected[command];

  it.each(places.map((place, index) => [place, cells.split(' ')[index] ?? ''] as const))(
    'at %s: %s',
    (place, cell) => {
      const { decision } = outcome(command, place);
      if (cell !== '+') {
        expect(decision).toStrictEqual({ refusal: refusals[cell], details: { stage: place, command } });
        return;
      }
      expect(decision).not.toHaveProperty('refusal');
      expect('refusal' in decision ? '' : decision.map(({ type }) => type).join(' ')).toBe(events);
    },
  );
});

describe('the stages', () => {
  it('follow each other as the README shows', () => {
    const byCells = commands.flatMap((command) =>
      places.flatMap((place) => {
        const { before, decision } = outcome(command, place);
        return 'refusal' in decision ? [] : moveOf(before, decision);
      }),
    );
    const open = ['receipt', 'completeness', 'supplement', 'appraisal', 'decision', 'certificate'] as const;
    const back = open.flatMap((stage) => movesOf([...standing[stage], stopped()], ask.reopenDossier()));
    const answered = (['receipt', 'completeness', 'appraisal'] as const).flatMap((stage) =>
      movesOf([...standing[stage], supplementRequested()], ask.receiveSupplement()),
    );
    const lettered = { procedure: letteredBeekeeping() };
    const letter = [...denied.decision, deniedByLetter, letterNumberAllocated()];
    const byLetter = [
      ...movesOf(denied.decision, ask.denyLicence(), lettered),
      ...movesOf(letter, ask.issueLetter(), lettered),
    ];
    const [short, forwarded] = [{ procedure: shortBeekeeping() }, { procedure: forwardedBeekeeping() }];
    const byStages = [
      ...movesOf([submitted()], ask.acceptDossier(), short),
      ...movesOf(letter, ask.issueLetter(), short),
      ...movesOf([...standing.certificate, numberAllocated()], ask.issueCertificate(), short),
      ...movesOf(forwarding.certificate, ask.issueLetter(), forwarded),
    ];
    expect(shownDiagram()).toBe(diagramOf([...byCells, ...byLetter, ...byStages, ...answered, ...back]));
  });
});

function movesOf(before: readonly DossierEvent[], act: ask.Act, setting = {}) {
  const decision = decided(before, act, setting);
  return 'refusal' in decision ? [] : moveOf(before, decision);
}
