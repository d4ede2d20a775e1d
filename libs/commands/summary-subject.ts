import type { Actor, StoredEvent } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type SummaryId, summaryStream } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { SummaryCommand } from '#libs/summary-duties/commands.js';
import { decideSummary, type LogPlace, type SummaryCircumstances } from '#libs/summary-duties/decide.js';
import type { SummaryEvent } from '#libs/summary-duties/events.js';
import { foldSendings, type Sendings } from '#libs/summary-duties/sending.js';
import { fromStored, toStored } from './stored-events.js';
import type { Subject } from './subject.js';

export type SummaryPolicy = (actor: Actor, command: SummaryCommand) => boolean;
type SummaryRules = Pick<SummaryCircumstances, 'place'>;
type SummarySubject = Subject<SummaryId, Sendings, SummaryCommand, SummaryRules>;

/**
 * A summary that a department owes, as the executor sees it: its stream tells to whom it was sent. It begins with whatever is first
 * said about it; that it is owed needs no event, for it follows from the law and the calendar.
 */
export function summarySubject(store: Pick<EventStore, 'readAfter'>, policy: SummaryPolicy): SummarySubject {
  return {
    stream: summaryStream,
    fold: (events) => foldSendings(events.map((event) => fromStored<SummaryEvent>(event))),
    begins: () => true,
    permits: (actor, command) => policy(actor, command),
    rules: async (_sent, command) => {
      if (command.type !== 'recordSummarySent') return {};
      const place = await placeAt(store, command.data.position);
      return place ? { place } : {};
    },
    registers: () => [],
    decide(sent, command, { now, rules }): readonly StoredEvent[] | AnyRefusal {
      const decision = decideSummary(command, sent, { now, ...rules });
      if (!('refusal' in decision)) return decision.map(toStored);
      return { ...decision, details: { ...decision.details } };
    },
    isNote: () => false,
    claims: () => [],
    stamp: () => ({}),
  };
}

async function placeAt(
  store: Pick<EventStore, 'readAfter'>,
  position: number,
): Promise<LogPlace | undefined> {
  const [at, next] = position > 0 ? await store.readAfter(position - 1, 2) : [];
  if (!at) return undefined;
  const asOfOn = localDateOf(at.recordedAt);
  return next ? { asOfOn, nextOn: localDateOf(next.recordedAt) } : { asOfOn };
}
