import type { Calendar } from '#libs/calendar/calendar.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { licenceAgenda } from '#libs/licence/agenda.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { decideLicence } from '#libs/licence/decide.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { foldLicence } from '#libs/licence/licence.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { licenceRegistersFor } from '#libs/licence/registers.js';
import { actorOf } from './actor.js';
import type { Life } from './life.js';
import { madeOf } from './simulated-workshop.js';
import { awakeAt, type Outage } from './outage.js';

interface Rules {
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly outage?: Outage;
}

/** What the domain alone makes of a life: every act at its instant, and between them whatever time asks for. */
export function pureLife({ opening, begunAt, acts }: Life, rules: Rules): readonly LicenceEvent[] {
  const events: LicenceEvent[] = [];
  const taken = new Map<string, number>();
  let now = begunAt;
  const give = (command: LicenceCommand): boolean => {
    const licence = foldLicence(events);
    const [register] = licenceRegistersFor(command, licence, { now, procedure: rules.procedure });
    const nextNumber = register === undefined ? {} : { [register]: (taken.get(register) ?? 0) + 1 };
    const actor = actorOf(opening, command.type).id as PersonId;
    const decision = decideLicence(command, licence, { ...rules, now, actor, nextNumber });
    if ('refusal' in decision) return false;
    if (register !== undefined) taken.set(register, nextNumber[register] ?? 0);
    events.push(...decision);
    return true;
  };
  const passTime = (until?: Instant): void => {
    for (let next = firstDue(events, rules, until); next; next = firstDue(events, rules, until)) {
      const at = awakeAt(next.at, rules.outage);
      now = at > now ? at : now;
      const command = next.action === 'issueDocument' ? madeOf(next, foldLicence(events)) : next.command;
      if (!give(command)) throw new Error(`What time asks for was refused: ${next.key}`);
    }
  };
  give({ type: 'openLicence', data: opening });
  for (const { at, command } of acts) {
    passTime(at);
    now = at;
    give(command);
  }
  passTime();
  return events;
}

function firstDue(events: readonly LicenceEvent[], { procedure, calendar }: Rules, until?: Instant) {
  const licence = foldLicence(events);
  const [next] = licence ? licenceAgenda(licence, procedure, calendar) : [];
  return next && (until === undefined || next.at <= until) ? next : undefined;
}
