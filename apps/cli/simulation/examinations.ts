import { dayAfter } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import { sameOrNextWorkingDay } from '#libs/calendar/working-days.js';
import { localDateOf } from '#libs/kernel/time.js';
import { inDays } from '#libs/licence/reminders.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { type Act, act, at } from './act.js';

interface Rules {
  readonly procedure: Procedure;
  readonly calendar: Calendar;
}

/** The projector's part: it looks after every report on its last day, and on the day after. What was examined by then is refused. */
export function examinationsOf(acts: readonly Act[], { procedure, calendar }: Rules): readonly Act[] {
  const within = procedure.licence.supervision?.examination?.within;
  if (!within) return [];
  const versions = new Map<string, number>();
  return inOrder(acts).flatMap((one) => {
    if (one.command.type !== 'submitReport') return [];
    const { obligation } = one.command.data;
    const version = (versions.get(obligation) ?? 0) + 1;
    versions.set(obligation, version);
    const task = `examine-${obligation}-${version}`;
    const last = sameOrNextWorkingDay(calendar, dayAfter(calendar, localDateOf(one.at), inDays(within)));
    return [
      act(at(last, 0), { type: 'remindWork', data: { task } }),
      act(at(last, 1), { type: 'escalateWork', data: { task } }),
    ];
  });
}

function inOrder(acts: readonly Act[]): readonly Act[] {
  return acts.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
