import type { Calendar } from '#libs/calendar/calendar.js';
import { dueWithWhole, remindsAt, standingStill, withSteps } from '#libs/calendar/explained-parts.js';
import { type Explanation, explainDeadline } from '#libs/calendar/explanation.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { clocksOf, type DossierClock, reckoned } from './clocks.js';
import { evolve } from './dossier.js';
import type { DossierEvent } from './events.js';
import type { Dossier, DossierState } from './state.js';
import { reminderAt } from './times.js';

/** What one command recorded, and the edition of the calendar that held for it. */
export interface Recorded {
  readonly events: readonly DossierEvent[];
  readonly calendar: Calendar;
}

/** A limit with the edition by which its date was given. */
export interface DatedClock {
  readonly clock: DossierClock;
  readonly calendar: Calendar;
  /** Since when, where it stands still. */
  readonly standsStill?: { readonly since: DossierClock['dueAt']; readonly reason: string };
}

/** The limits of a dossier, each under a name of its own: `decision`, `step`, `answer 1`, `opinion H21.01`. */
export type DatedClocks = ReadonlyMap<string, DatedClock>;

export interface ClockHistory {
  /** Every limit as it was last given, also one that is over. */
  readonly all: DatedClocks;
  /** Those that the last command gave a date, or the facts that it follows from. */
  readonly given: DatedClocks;
}

/** Follows the limits of a dossier through everything that was recorded. */
export function datedClocks(recorded: readonly Recorded[], procedure: Procedure): ClockHistory {
  let state: DossierState;
  let all: DatedClocks = new Map();
  let given: DatedClocks = new Map();
  for (const { events, calendar } of recorded) {
    state = events.reduce<DossierState>(evolve, state);
    given = state ? newlyGiven(state, procedure, { calendar, known: all }) : given;
    all = new Map([...all, ...given]);
  }
  const open = new Map([...all].map(([name, dated]) => [name, resting(dated, state)]));
  return { all: open, given };
}

function newlyGiven(
  dossier: Dossier,
  procedure: Procedure,
  { calendar, known }: { readonly calendar: Calendar; readonly known: DatedClocks },
): DatedClocks {
  const clocks = clocksOf(dossier, procedure).map((clock) => [nameOf(clock, dossier), clock] as const);
  const changed = clocks.filter(
    ([name, clock]) => JSON.stringify(known.get(name)?.clock) !== JSON.stringify(clock),
  );
  return new Map(changed.map(([name, clock]) => [name, { clock, calendar }]));
}

function nameOf({ kind, agency }: DossierClock, dossier: Dossier): string {
  if (kind === 'opinion') return `opinion ${agency}`;
  return kind === 'answer' && dossier.stage === 'supplement' ? `answer ${dossier.open.round}` : kind;
}

/** The whole limit stands still while a supplement is awaited. */
function resting(dated: DatedClock, state: DossierState): DatedClock {
  if (dated.clock.kind !== 'decision' || state?.stage !== 'supplement') return dated;
  return { ...dated, standsStill: { since: state.open.requestedAt, reason: 'supplement' } };
}

/** Why a limit ends when it does, by the edition that held when its date was given. */
export function explainClock({ clock, calendar, standsStill }: DatedClock): Explanation {
  const { question } = reckoned(calendar, clock);
  const explanation = explainDeadline(calendar, question);
  const isWhole = question !== clock.question;
  return withSteps(explanation, {
    before: isWhole ? [dueWithWhole(localDateOf(clock.question.startedAt))] : [],
    after: standsStill ? [standingStill(standsStill.since, standsStill.reason)] : [],
  });
}

/** Why somebody is reminded of the work when they are. */
export function explainReminder({ clock, calendar }: DatedClock, share: number) {
  const { startedAt, limit } = clock.question;
  const at = reminderAt(calendar, share, { startedAt, limit, dueAt: clock.dueAt });
  const own = explainDeadline(calendar, clock.question);
  return { at, explanation: withSteps(own, { after: [remindsAt(at, share)] }) };
}
