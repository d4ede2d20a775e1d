import type { Calendar } from '#libs/calendar/calendar.js';
import type { DeadlineQuestion } from '#libs/calendar/deadline.js';
import type { Duration } from '#libs/calendar/duration.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Citation, Procedure } from '#libs/procedures/procedure.js';
import type { Dossier, OpenDossier } from './state.js';
import { opinionsOf } from './tasks.js';
import { decisionQuestion, type Due, dueOf } from './times.js';

/** Which limit: the whole, the present stage's work, the applicant's answer, an agency's opinion. */
export type ClockKind = 'decision' | 'step' | 'answer' | 'opinion';

/** A limit of a dossier: the date that people were told, and all recorded facts that it follows from. */
export interface DossierClock {
  readonly kind: ClockKind;
  /** Whose opinion. */
  readonly agency?: AgencyId;
  readonly dueAt: Instant;
  readonly question: DeadlineQuestion;
  /** A step lies inside the legal limit: it is due with it at the latest, unless that was over when the step began. */
  readonly within?: DeadlineQuestion;
}

/** The law sets the whole limit; how its time is divided among the steps is the office's own matter. */
const stepsRule: Citation = { source: 'Quy trình nội bộ của cơ quan', certainty: 'officeRule' };

/** Every limit that has a date, the whole first; of a closed dossier the whole alone. */
export function clocksOf(dossier: Dossier, procedure: Procedure): readonly DossierClock[] {
  const whole = decisionClock(dossier, procedure);
  if (dossier.stage === 'closed') return whole;
  return [...whole, stageClock(dossier, procedure), ...opinionClocks(dossier, procedure)];
}

/** Those that still run: the whole ends with the result, and what was noted as overdue stays so. */
function runningClocksOf(dossier: OpenDossier, procedure: Procedure): readonly DossierClock[] {
  const clocks = clocksOf(dossier, procedure);
  return dossier.stage === 'handover' ? clocks.filter(({ kind }) => kind !== 'decision') : clocks;
}

/** The question that decides, and the date it gives, under an edition of the calendar. */
export function reckoned(
  calendar: Calendar,
  { question, within }: DossierClock,
): { readonly question: DeadlineQuestion; readonly due: Due } {
  const own = { question, due: dueOf(calendar, question) };
  if (!within) return own;
  const whole = { question: within, due: dueOf(calendar, within) };
  return whole.due.at > question.startedAt && whole.due.at < own.due.at ? whole : own;
}

/** A limit with another date than people were told. */
export interface Shift {
  readonly clock: DossierClock;
  readonly due: Due;
}

/** What would move if an edition held for the dossier. */
export function shiftsOf(dossier: OpenDossier, procedure: Procedure, calendar: Calendar): readonly Shift[] {
  return runningClocksOf(dossier, procedure)
    .map((clock): Shift => ({ clock, due: reckoned(calendar, clock).due }))
    .filter(({ clock, due }) => due.at !== clock.dueAt);
}

function decisionClock({ acceptance }: Dossier, procedure: Procedure): readonly DossierClock[] {
  if (!acceptance) return [];
  return [{ kind: 'decision', dueAt: acceptance.dueAt, question: wholeQuestion(acceptance, procedure) }];
}

function wholeQuestion(
  acceptance: NonNullable<Dossier['acceptance']>,
  procedure: Procedure,
): DeadlineQuestion {
  return { ...decisionQuestion(procedure, acceptance), clause: procedure.decisionLimit.citation };
}

function stageClock(dossier: OpenDossier, procedure: Procedure): DossierClock {
  const { stage, stepStartedAt, stepDueAt: dueAt, acceptance } = dossier;
  const { answerWithin, citation } = procedure.supplement;
  if (stage === 'supplement') {
    return { kind: 'answer', dueAt, question: plain(stepStartedAt, answerWithin, citation) };
  }
  const question = plain(stepStartedAt, procedure.steps[stage], stepsRule);
  const step = { kind: 'step', dueAt, question } as const;
  const isBounded = stage !== 'receipt' && stage !== 'handover';
  return acceptance && isBounded ? { ...step, within: wholeQuestion(acceptance, procedure) } : step;
}

function opinionClocks(dossier: OpenDossier, { opinions: rules }: Procedure): readonly DossierClock[] {
  const awaited = opinionsOf(dossier).filter(({ given, overdueNoted }) => !given && !overdueNoted);
  return awaited.flatMap(({ agency, askedAt, dueAt }): readonly DossierClock[] => {
    const rule = rules.find((one) => one.agency === agency);
    if (!rule) return [];
    return [{ kind: 'opinion', agency, dueAt, question: plain(askedAt, rule.within, rule.citation) }];
  });
}

function plain(startedAt: Instant, limit: Duration, clause: Citation): DeadlineQuestion {
  return { startedAt, limit, pauses: [], clause };
}
