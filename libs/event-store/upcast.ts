import type { JsonObject } from '#libs/kernel/json.js';
import type { StoredEvent } from './commit.js';

/** Makes the data of one shape into the data of the next. Pure: the same old data gives the same new data for ever. */
export type UpcastStep = (data: JsonObject) => JsonObject;

/** By event type the steps from shape 1 to 2, from 2 to 3 …; a type without steps still has its first shape. */
export type UpcastTable = Readonly<Record<string, readonly UpcastStep[]>>;

export interface Upcaster {
  /** The event in today's shape. @throws UnknownEventShape when newer software than this one wrote it. */
  readonly upcast: (event: StoredEvent) => StoredEvent;
  /** The version of the shape in which events of a type are written today. */
  readonly schemaOf: (type: string) => number;
}

/** Stopping is the only honest answer: guessing at a newer shape would decide on wrong facts. */
class UnknownEventShape extends Error {
  override readonly name = 'UnknownEventShape';

  constructor(readonly event: Pick<StoredEvent, 'type' | 'schema'>) {
    super(`${event.type} in shape ${event.schema} is not known to this version of the software`);
  }
}

/** Stored events are never rewritten; whoever reads them sees them through this. */
export function createUpcaster(table: UpcastTable): Upcaster {
  const stepsOf = (type: string): readonly UpcastStep[] => (Object.hasOwn(table, type) && table[type]) || [];
  return {
    schemaOf: (type) => stepsOf(type).length + 1,
    upcast(event) {
      const steps = stepsOf(event.type);
      const schema = steps.length + 1;
      if (!Number.isInteger(event.schema) || event.schema < 1 || event.schema > schema) {
        throw new UnknownEventShape(event);
      }
      if (event.schema === schema) return event;
      const missing = steps.slice(event.schema - 1);
      return { ...event, schema, data: missing.reduce((data, step) => step(data), event.data) };
    },
  };
}
