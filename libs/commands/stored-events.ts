import type { StoredEvent } from '#libs/event-store/commit.js';
import type { JsonObject } from '#libs/kernel/json.js';

/** Present version of the shape of every event; a changed shape gets the next one and an upcast. */
const SCHEMA = 1;

/** Optional fields that are absent stay absent: `undefined` is no JSON and would be refused by the log. */
export function toStored(event: { readonly type: string; readonly data: object }): StoredEvent {
  return { type: event.type, schema: SCHEMA, data: withoutUndefined(event.data) };
}

/** The caller names the events its stream holds; the log was written by `toStored`. */
export function fromStored<Event extends { readonly type: string; readonly data: object }>({
  type,
  data,
}: StoredEvent): Event {
  return { type, data } as unknown as Event;
}

function withoutUndefined(data: object): JsonObject {
  const present = Object.entries(data as JsonObject).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present);
}
