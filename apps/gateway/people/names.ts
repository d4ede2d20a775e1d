import { Injectable } from '@nestjs/common';
import { Parts } from '../parts.js';
import type { Person } from './person.js';

const FRESH_MS = 60_000;
const REMEMBERED = 5000;

interface Known {
  readonly person: Person;
  readonly at: number;
}

/** Names for ids. All asked for in one turn of the event loop are looked up together, and remembered for a minute. */
@Injectable()
export class Names {
  private readonly known = new Map<string, Known>();
  private asked:
    { readonly ids: Set<string>; readonly found: Promise<ReadonlyMap<string, Person>> } | undefined;

  constructor(private readonly parts: Parts) {}

  async person(id: string): Promise<Person> {
    const known = this.known.get(id);
    if (known !== undefined && Date.now() - known.at < FRESH_MS) return known.person;
    const found = await this.ask(id);
    return found.get(id) ?? { id };
  }

  private ask(id: string): Promise<ReadonlyMap<string, Person>> {
    if (this.asked === undefined) {
      const ids = new Set<string>();
      this.asked = { ids, found: this.lookUp(ids) };
    }
    this.asked.ids.add(id);
    return this.asked.found;
  }

  private async lookUp(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Person>> {
    await new Promise(setImmediate);
    this.asked = undefined;
    const found = await this.parts.backbone.people.findAll([...ids]);
    const at = Date.now();
    if (this.known.size + found.size > REMEMBERED) this.known.clear();
    for (const [id, { name }] of found) this.known.set(id, { person: { id, name }, at });
    return found;
  }
}
