import type { mongo } from 'mongoose';

/** What papers and pages say of somebody. Kept outside the log, which knows people by id alone. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
}

/** Who the ids in the log are: learned when people sign in, replaced by what their identity provider says last. */
export interface People {
  remember(person: KnownPerson): Promise<void>;
  find(id: string): Promise<KnownPerson | undefined>;
  findAll(ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>>;
}

type PersonDocument = Omit<KnownPerson, 'id'> & { readonly _id: string };

export function createPeople(db: mongo.Db): People {
  const people = db.collection<PersonDocument>('people');
  const known = new Map<string, string>();
  return {
    async remember({ id, ...rest }) {
      const said = JSON.stringify(rest);
      if (known.get(id) === said) return;
      await people.replaceOne({ _id: id }, rest, { upsert: true });
      known.set(id, said);
    },
    async find(id) {
      const document = await people.findOne({ _id: id });
      return document ? toPerson(document) : undefined;
    },
    async findAll(ids) {
      const documents = await people.find({ _id: { $in: [...new Set(ids)] } }).toArray();
      return new Map(documents.map((document) => [document._id, toPerson(document)]));
    },
  };
}

function toPerson({ _id, ...rest }: PersonDocument): KnownPerson {
  return { id: _id, ...rest };
}
