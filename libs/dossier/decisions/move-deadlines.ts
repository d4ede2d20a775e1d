import type { CalendarReference } from '#libs/calendar/calendar.js';
import type { Circumstances } from '../circumstances.js';
import { type DossierClock, type Shift, shiftsOf } from '../clocks.js';
import type { DossierCommands } from '../commands.js';
import type { MovedDeadline } from '../moved-deadlines.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { opinionTaskId, opinionsOf, stageTaskId } from '../tasks.js';

/**
 * Days off were announced late: every limit that still runs is reckoned anew from the recorded facts, and whom a new date
 * concerns is told by the same fact, once. Nothing happens where every date stays.
 */
export function moveDeadlines(
  { edition }: DossierCommands['moveDeadlines'],
  dossier: OpenDossier,
  { calendar, procedure, now }: Circumstances,
): Decision {
  const [asked, inForce] = [nameOf(edition), nameOf(calendar)];
  if (asked !== inForce) return refuse('EditionNotInForce', { asked, inForce });
  const shifts = shiftsOf(dossier, procedure, calendar);
  if (shifts.length === 0) return [];
  const whole = shifts.find(({ clock }) => clock.kind === 'decision');
  return [
    {
      type: 'DeadlinesMoved',
      data: {
        edition,
        movedAt: now,
        moves: shifts.map(moveOf),
        ...(whole && { appointedOn: whole.due.on }),
        told: [...new Set(shifts.map(({ clock }) => toldOf(clock, dossier)))],
      },
    },
  ];
}

const nameOf = ({ id, version }: CalendarReference): string => `${id} ${version}`;

function moveOf({ clock: { kind: clock, agency, dueAt: from }, due: { at: to } }: Shift): MovedDeadline {
  return { clock, ...(agency === undefined ? {} : { agency }), from, to };
}

/** The applicant, whoever holds the work, or, while nobody does, the agency whose work it is. */
function toldOf({ kind, agency }: DossierClock, dossier: OpenDossier): string {
  if (kind === 'decision' || kind === 'answer') return dossier.applicant;
  const opinion = opinionsOf(dossier).find((one) => one.agency === agency);
  const task = opinion ? opinionTaskId(opinion) : stageTaskId(dossier);
  const holder = task === undefined ? undefined : dossier.holders[task];
  return holder ?? agency ?? dossier.agency;
}
