import type { StoredEvent } from '#libs/event-store/commit.js';
import type { JsonObject } from '#libs/kernel/json.js';

/** Present version of the shape of every event; a changed shape gets the next one and an upcast. */
const SCHEMA = 1;

/** Optional fields that are absent stay absent: `undefined` is no JSON and would be refused by the log. */
export function toStored(event: { readonly type: string; readonly data: object }): StoredEvent {
  return { type: event.type, schema: SCHEMA, data: withoutUndefined(event.data) };
}

export function fromStored<Event>(event: StoredEvent): Event {
  return { type: event.type, data: event.data } as Event;
}

function withoutUndefined(data: object): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as JsonObject;
}
