import type { mongo } from 'mongoose';

/** What papers and pages say of somebody, and how they are reached. Kept outside the log, which knows people by id alone. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  /** In which capacities, and where, the person was last seen to act. */
  readonly roles?: readonly string[];
  readonly agency?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** Who the ids in the log are: learned when people sign in, replaced by what their identity provider says last. */
export interface People {
  remember(person: KnownPerson): Promise<void>;
  find(id: string): Promise<KnownPerson | undefined>;
  findAll(ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>>;
  /** Everybody who works in this capacity for this agency. */
  listTeam(agency: string, role: string): Promise<readonly string[]>;
}

type PersonDocument = Omit<KnownPerson, 'id'> & { readonly _id: string };

export function createPeople(db: mongo.Db): People {
  const people = db.collection<PersonDocument>('people');
  const known = new Map<string, string>();
  return {
    async remember({ id, ...rest }) {
      const said = JSON.stringify(rest);
      if (known.get(id) === said) return;
      // What is not said this time stays: a token need not repeat the title.
      await people.updateOne({ _id: id }, { $set: rest }, { upsert: true });
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
    async listTeam(agency, role) {
      const members = await people.find({ agency, roles: role }, { projection: { _id: 1 } }).toArray();
      return members.map(({ _id }) => _id);
    },
  };
}

function toPerson({ _id, ...rest }: PersonDocument): KnownPerson {
  return { id: _id, ...rest };
}
