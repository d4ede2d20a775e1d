import {
  type AnnounceEdition,
  type AnnouncementEvent,
  decideAnnouncement,
  type KnownEdition,
} from '#libs/calendar/announcement.js';
import type { Actor, StoredEvent } from '#libs/event-store/commit.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { RuleBooks } from './dossier-subject.js';
import { fromStored, toStored } from './stored-events.js';
import type { Subject } from './subject.js';

/** Editions of every calendar are announced in one stream, one after the other. */
export type CalendarStreamId = 'announcements';
export const CALENDAR_STREAM = 'calendar/announcements';

export type CalendarPolicy = (actor: Actor, command: AnnounceEdition) => boolean;
type CalendarSubject = Subject<
  CalendarStreamId,
  readonly AnnouncementEvent[],
  AnnounceEdition,
  Record<never, never>
>;

/** The calendars of working days as the executor sees them: what was announced so far decides what may follow. */
export function calendarSubject({ calendars }: RuleBooks, policy: CalendarPolicy): CalendarSubject {
  return {
    stream: () => CALENDAR_STREAM,
    fold: (events) => events.map((event) => fromStored<AnnouncementEvent>(event)),
    begins: () => true,
    permits: (actor, command) => policy(actor, command),
    rules: () => ({}),
    registers: () => [],
    decide(events, command, { now }): readonly StoredEvent[] | AnyRefusal {
      const { id } = command.data.edition;
      const announced = events.flatMap((event) => namedBy(event, id));
      const known = [...calendars.editionsOf(id).map(knownEdition), ...announced];
      const inForce = announced.at(-1)?.version ?? calendars.shippedOf(id)?.version;
      const decision = decideAnnouncement(command, { now, known, inForce });
      if (!('refusal' in decision)) return decision.map(toStored);
      return JSON.parse(JSON.stringify(decision)) as AnyRefusal;
    },
    isNote: () => false,
    claims: () => [],
    stamp: () => ({}),
  };
}

function knownEdition({
  version,
  hash = '',
  edition,
}: ReturnType<RuleBooks['calendars']['editionsOf']>[number]): KnownEdition {
  return { version, hash, ...(edition.agency === undefined ? {} : { agency: edition.agency }) };
}

function namedBy(event: AnnouncementEvent, id: string): readonly KnownEdition[] {
  if (event.type === 'CalendarEditionRestored') return event.data.id === id ? [event.data] : [];
  const { edition, hash } = event.data;
  if (edition.id !== id) return [];
  const { version, agency } = edition;
  return [{ version, hash, ...(agency === undefined ? {} : { agency }) }];
}
