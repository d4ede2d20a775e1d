import type { Calendar } from '#libs/calendar/calendar.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Role } from '#libs/kernel/roles.js';
import { type Instant, startOfDay } from '#libs/kernel/time.js';
import type { Inspection } from './inspections.js';
import { isLiving, type Licence } from './licence.js';
import { endOfDay, officeOpens } from './reminders.js';

/** An inspection as a task that somebody can take. */
export interface InspectionTask {
  readonly id: string;
  readonly role: Role;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly holder?: PersonId;
}

/** Who appraises licences also inspects them. */
const INSPECTOR: Role = 'specialist';

/** What is to be inspected now. With the licence its inspections end. */
export function openInspections(licence: Licence): readonly Inspection[] {
  return isLiving(licence) ? licence.inspections.filter(({ closed }) => !closed) : [];
}

export function inspectionTask(
  { id, askedOn, dueOn, holder }: Inspection,
  calendar: Calendar,
): InspectionTask {
  return {
    id,
    role: INSPECTOR,
    askedAt: startOfDay(askedOn),
    dueAt: endOfDay(dueOn),
    remindAt: officeOpens(sameOrPreviousWorkingDay(calendar, dueOn)),
    ...(holder && { holder }),
  };
}
