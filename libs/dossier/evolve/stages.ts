import { localDateOf, type Instant } from '#libs/kernel/time.js';
import type { Acceptance, ClosedStage, Dossier, Filed, OpenDossier, Outcome, Stage } from '../state.js';

export interface StepTime {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
}

/** What remains true when a stage is left: everything but what belongs to that stage alone. */
export function filedPart(dossier: Dossier): Filed {
  const { id, version, procedure, agency, channel, applicant, applicantKind, form, papers } = dossier;
  const { trackingSecret, receivedAt, visits, holders, reminded, escalated, supplements } = dossier;
  const { stepStartedAt, stepDueAt, acceptance } = dossier;
  const what = { id, version, procedure, agency, form, papers, trackingSecret, receivedAt };
  const who = { channel, applicant, applicantKind, ...aboutPart(dossier) };
  const work = { visits, holders, reminded, escalated, supplements, stepStartedAt, stepDueAt };
  return { ...what, ...who, ...work, ...(acceptance === undefined ? {} : { acceptance }) };
}

function aboutPart({ about, asked }: Dossier): Pick<Filed, 'about' | 'asked'> {
  return { ...(about === undefined ? {} : { about }), ...(asked === undefined ? {} : { asked }) };
}

/** An accepted dossier's lasting part; the log has no later stage without an acceptance. */
export function acceptedPart(dossier: Dossier): Filed & { readonly acceptance: Acceptance } {
  return filedPart(dossier) as Filed & { readonly acceptance: Acceptance };
}

/** A stage begins: it is counted, its step has its time, and the tasks of the stage before are gone with their holders. */
export function entering<Part extends Filed>(part: Part, stage: Stage, { startedAt, dueAt }: StepTime): Part {
  const visits = { ...part.visits, [stage]: (part.visits[stage] ?? 0) + 1 };
  return { ...part, visits, holders: {}, stepStartedAt: startedAt, stepDueAt: dueAt };
}

/** The end for good: nothing is kept to return to. */
export function closing(dossier: Dossier, outcome: Outcome): ClosedStage {
  return { ...filedPart(dossier), stage: 'closed', holders: {}, outcome };
}

/** An end that a re-opening may take back. */
export function resting(dossier: Dossier, outcome: Outcome, since: Instant): ClosedStage {
  return { ...closing(dossier, outcome), rested: { stage: dossier as OpenDossier, since } };
}

/** The legal limit stood still for a time, or runs anew since, and ends at another date. */
export function clockAfterPause(
  { acceptance }: Pick<Filed, 'acceptance'>,
  pause: Acceptance['pauses'][number],
  { dueAt, restartedAt }: { readonly dueAt?: Instant; readonly restartedAt?: Instant },
): Pick<Filed, 'acceptance'> {
  if (acceptance === undefined || dueAt === undefined) return {};
  const pauses = [...acceptance.pauses, pause];
  const anew = restartedAt === undefined ? {} : { restartedAt };
  return { acceptance: { ...acceptance, pauses, ...anew, dueAt, appointedOn: localDateOf(dueAt) } };
}
