import * as fc from 'fast-check';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { agendaOf, type AgendaItem } from '#libs/dossier/agenda.js';
import { evolve } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { DossierState } from '#libs/dossier/state.js';
import { openTaskIds, stageTaskId } from '#libs/dossier/tasks.js';
import { epochOf, type Instant, instantFromEpoch, type LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { clerk, hanoi, licenceId, otherClerk, otherLicenceId, system } from './beekeepers.js';
import { foresters, healthOffice } from './beekeeping.js';
import * as ask from './beekeeping-commands.js';
import { paper } from './beekeeping-events.js';
import { decidedIn } from './dossier-stories.js';

/** Where a dossier stands after some events, and when that was. */
export interface Standpoint {
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
  readonly now: Instant;
  readonly procedure: Procedure;
}

/** One thing that could be done, and what it led to. */
export interface Step {
  readonly act: ask.Act;
  readonly before: Standpoint;
  readonly after: Standpoint;
}

const HOUR_MS = 3_600_000;
const waits = [0, 0, 0, 1, 5, 24, 4 * 24, 31 * 24];
const ONE_IN_SO_MANY_ENDS = 23;
const ONE_IN_SO_MANY_LEADS_ASIDE = 4;
const PRIME = 211;
const chores = new Set([
  'assignTask',
  'claimTask',
  'releaseTask',
  'handOverTask',
  'returnDraft',
  'voidLicenceNumber',
  'noteSignatureRefused',
]);
const met = { item: 'distance', met: true };
const unmet = { item: 'healthyBees', met: false };

/** Rarely possible, and so looked for from two places. */
const signing = [
  ask.noteSignatureRequested(),
  ask.notePaperHindered(),
  ask.noteSignatureRequested({ role: 'organisation', signer: 'H99.10' }),
  ask.noteSignatureAnswered(),
  ask.noteSignatureRefused(),
  ask.noteSignatureRefused({ attempt: 2, reason: 'expired' }),
  ask.noteLetterSignatureRequested(),
  ask.noteLetterSignatureRefused(),
  ask.requestSignatureAgain(),
];

/** Where to look first for something that can be done, and after how many hours. */
export const walks = fc.array(fc.tuple(fc.nat({ max: 9_973 }), fc.constantFrom(...waits)), {
  minLength: 20,
  maxLength: 45,
});

/** On which day the other authority decides at the earliest. */
function sentOnDay(state: DossierState): { readonly decidedOn?: LocalDate } {
  return state?.stage === 'closed' && state.forwarded ? { decidedOn: state.forwarded.on } : {};
}

/** Everything that anybody could ask, sensible or not; who may is another matter. */
export function acts({ state, procedure }: Pick<Standpoint, 'state' | 'procedure'>): readonly ask.Act[] {
  const tasks = state ? [...openTaskIds(state), 'appraise-1', 'nonsense'] : ['receive-1'];
  const agencies = [foresters, healthOffice].map((agency) => ({ agency }));
  return [
    ask.submitDossier(),
    ask.submitDossier({ papers: [] }),
    ask.acceptDossier(),
    ask.refuseIntake(),
    ask.redirectDossier(),
    ask.confirmCompleteness(),
    ask.requestSupplement(),
    ask.requestSupplement({ items: [] }),
    ask.receiveSupplement(),
    ask.receiveSupplement({ papers: [paper('photo')] }),
    ...tasks.flatMap((task) => [
      ask.assignTask({ task, to: clerk }),
      { ...ask.claimTask({ task }), by: otherClerk },
      ask.releaseTask({ task }),
      { ...ask.handOverTask({ task, to: clerk }), by: otherClerk },
      ask.remindOfficer({ task }),
      ask.escalateLateness({ task }),
    ]),
    ask.recordAppraisal(),
    ask.recordAppraisal({ findings: [met, unmet] }),
    ask.askOpinions({ agencies }),
    ask.askOpinions(),
    ...agencies.flatMap(({ agency }) => [
      ask.giveOpinion({ agency }),
      ask.giveOpinion({ agency, position: 'objects' }),
      ask.noteOpinionOverdue({ agency }),
    ]),
    ...[5, 3, 1, -1].map((termYears) => ask.proposeGrant({ termYears })),
    ask.proposeForwarding(),
    ask.proposeDenial(),
    ask.returnDraft(),
    ask.grantLicence(),
    { ...ask.grantLicence(), by: clerk },
    ask.approveForwarding(),
    ask.recordForwardingAnswer(sentOnDay(state)),
    ask.denyLicence(),
    ask.allocateLicenceNumber(),
    ask.allocateLicenceNumber({ licenceId: otherLicenceId }),
    ask.voidLicenceNumber(),
    ...signing,
    ask.issueCertificate(),
    ask.issueCertificate({ licenceId: otherLicenceId }),
    ask.issueLetter(),
    ask.enterLicence(),
    ask.enterLicence({ dropped: 'LicenceRevoked' }),
    ask.handOverResult(),
    ask.withdrawDossier(),
    ask.stopDossier(),
    ask.reopenDossier(),
    ask.extendDeadline(),
    ask.extendDeadline({ days: 1_000 }),
    ask.moveDeadlines(),
    ask.eraseForm(),
    ...signing,
    ...[1, 2, 3].flatMap((count) => [
      ask.lapseSupplement({ round: count }),
      ask.remindApplicant({ about: 'supplement', count }),
      ask.remindApplicant({ about: 'collection', count }),
    ]),
    ...(state ? agendaOf(state, procedure, vietnamCalendar).map((item) => doing(item)) : []),
  ];
}

/** The act that does what falls due; where something must be made first, made by nobody's hand. */
function doing({ action, command, at, key }: AgendaItem): ask.Act {
  if (command) return { command, by: system, at };
  const [, ofLicence = ''] = key.split(' ');
  if (ofLicence.includes('/')) return { ...ask.issueLetter({ text: ofLicence }), at };
  const id = { licenceId: ofLicence === otherLicenceId ? otherLicenceId : licenceId };
  const act = action === 'issueCertificate' ? ask.issueCertificate(id) : ask.enterLicence(id);
  return { ...act, at };
}

/** Where an act leads, or undefined where it is refused or changes nothing. Decided at the standpoint's instant. */
export function tried(before: Standpoint, act: ask.Act): Step | undefined {
  const { events, now, procedure, state } = before;
  const decision = decidedIn(state, { ...act, at: now }, { procedure });
  if ('refusal' in decision || decision.length === 0) return undefined;
  const after = decision.reduce<DossierState>(evolve, state);
  return { act, before, after: { ...before, events: [...events, ...decision], state: after } };
}

/** An application's way through the office as drawn: each time something that could really be done. */
export function walked(drawn: readonly (readonly [number, number])[], procedure: Procedure): readonly Step[] {
  const steps: Step[] = [];
  let at: Standpoint = { events: [], state: undefined, now: hanoi('2026-03-02 09:00'), procedure };
  for (const [pick, hours] of drawn) {
    at = { ...at, now: instantFromEpoch(epochOf(at.now) + hours * HOUR_MS) };
    const step = firstPossible(at, pick);
    if (step) steps.push(step);
    at = step?.after ?? at;
  }
  return steps;
}

/** Tries in the drawn order; most ways go on for long, so that late stages are reached as often as early ones. */
function firstPossible(at: Standpoint, pick: number): Step | undefined {
  const isForward = pick % ONE_IN_SO_MANY_LEADS_ASIDE !== 0;
  const mayEnd = pick % ONE_IN_SO_MANY_ENDS === 0;
  for (const act of shuffled(acts(at), pick).map(byHolder(at))) {
    const step = isForward && leadsAside(act) ? undefined : tried(at, act);
    if (step && (mayEnd || !ends(step))) return step;
  }
  return undefined;
}

function ends({ before, after }: Step): boolean {
  return before.state?.stage !== 'closed' && after.state?.stage === 'closed';
}

function leadsAside({ command }: ask.Act): boolean {
  if (command.type === 'recordAppraisal') return command.data.findings.some(({ met: isMet }) => !isMet);
  return chores.has(command.type) || (command.type === 'proposeDecision' && command.data.kind === 'deny');
}

/** What somebody holds is theirs to do. */
function byHolder({ state }: Standpoint): (act: ask.Act) => ask.Act {
  const task = state && stageTaskId(state);
  const holder = task === undefined ? undefined : state?.holders[task];
  return (act) => (holder === undefined ? act : { ...act, by: holder });
}

/** By the remainders of a prime: as many orders as there are numbers below it. */
function shuffled(all: readonly ask.Act[], pick: number): readonly ask.Act[] {
  const rank = (index: number) => ((index + 1) * ((pick % (PRIME - 1)) + 1)) % PRIME;
  return all
    .map((act, index) => ({ act, rank: rank(index) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ act }) => act);
}

/** What time alone makes of a dossier: everything that falls due is done when it does, until nothing is owed. */
export function leftAlone(from: Standpoint, turns = 50): readonly Step[] {
  if (!from.state || turns === 0) return [];
  const [next] = agendaOf(from.state, from.procedure, vietnamCalendar);
  if (!next) return [];
  const now = next.at > from.now ? next.at : from.now;
  const step = tried({ ...from, now }, doing(next));
  if (!step) throw new Error(`What falls due is refused: ${next.key} at ${now}`);
  return [step, ...leftAlone(step.after, turns - 1)];
}
