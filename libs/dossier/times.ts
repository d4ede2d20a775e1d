import type { Calendar } from '#libs/calendar/calendar.js';
import { deadlineOf, type DeadlineQuestion, type Pause } from '#libs/calendar/deadline.js';
import type { Duration } from '#libs/calendar/duration.js';
import { thresholdsOf } from '#libs/calendar/progress.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from './circumstances.js';
import type { Acceptance, SupplementRound } from './state.js';

export interface Due {
  readonly at: Instant;
  readonly on: LocalDate;
}

/** When a limit that nothing interrupts ends. */
export function dueAfter(calendar: Calendar, startedAt: Instant, limit: Duration): Due {
  return dueOf(calendar, { startedAt, limit, pauses: [] });
}

/** The end of a step of the present stage, begun now. */
export function stepDue(
  { calendar, now, procedure }: Circumstances,
  step: keyof Procedure['steps'],
): Instant {
  return dueAfter(calendar, now, procedure.steps[step]).at;
}

/** When the share of a step's working time is used up after which its officer is reminded; never after it is due. */
export function reminderAt(
  calendar: Calendar,
  share: number,
  step: { readonly startedAt: Instant; readonly limit: Duration },
): Instant | undefined {
  return thresholdsOf(calendar, { ...step, pauses: [] }, [share])[0]?.at;
}

/** The legal limit of an accepted dossier as a question to the calendar: what its date depends on, all of it recorded. */
export function decisionQuestion(
  procedure: Procedure,
  { acceptedAt }: Pick<Acceptance, 'acceptedAt'>,
  supplements: readonly SupplementRound[],
): DeadlineQuestion {
  const pauses = supplements
    .filter(({ requestedAt }) => requestedAt >= acceptedAt)
    .map(({ requestedAt, receivedAt }): Pause => {
      const from = { from: requestedAt, reason: 'supplement' };
      return receivedAt === undefined ? from : { ...from, to: receivedAt };
    });
  const regime = procedure.supplement.effectOnClock === 'restarts' ? 'restart' : 'resume';
  return { startedAt: acceptedAt, limit: procedure.decisionLimit.within, pauses, regime };
}

/** @throws RangeError for a question with an open pause: no date can be named while the clock rests. */
export function dueOf(calendar: Calendar, question: DeadlineQuestion): Due {
  const deadline = deadlineOf(calendar, question);
  if (deadline.state === 'running') return { at: deadline.dueAt, on: deadline.dueOn };
  throw new RangeError('A paused limit has no end');
}
