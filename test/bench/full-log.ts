import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { type Commit, emptyHead, headAfter } from '#libs/event-store/commit.js';
import { type CommitDocument, toCommit, toDocument } from '#libs/event-store/log-collection.js';
import { prepareCommit, sealCommit } from '#libs/event-store/sealing.js';
import type { Instant } from '#libs/kernel/time.js';
import { Client } from '../gateway/support/client.js';
import { carried, filing, key } from '../gateway/support/filing.js';
import type { TestInstance } from '../support/instance.js';

/** So many commits has the log of an office of some years. */
export const FULL_LOG = 200_000;
const BATCH = 1_000;
const LOOK_EVERY_MS = 500;

interface Filling {
  readonly db: mongo.Db;
  readonly instance: TestInstance;
}

/** Fills the log up with dossiers that were filed, looked at by several clerks and withdrawn, and waits until they are shown. */
export async function fillLog({ db, instance }: Filling): Promise<void> {
  const log = db.collection<CommitDocument>('log');
  const model = await withdrawnDossier(instance, log);
  const last = await log.find().sort({ _id: -1 }).limit(1).next();
  let position = last?._id ?? 0;
  const notBefore = (last?.recordedAt ?? '') as Instant;
  while (position < FULL_LOG) {
    const commits: Commit[] = [];
    while (commits.length < BATCH) commits.push(...copyOf(model, position + commits.length, notBefore));
    position += commits.length;
    await log.insertMany(commits.map(toDocument));
  }
  await untilShown(instance);
}

/** A real one, whose life others are copies of: ten commits, no number of a register. */
async function withdrawnDossier(
  { gatewayUrl }: TestInstance,
  log: mongo.Collection<CommitDocument>,
): Promise<readonly Commit[]> {
  const people = new Map<string, Promise<Client>>();
  const as = (person: string): Promise<Client> => {
    const known = people.get(person) ?? Client.signIn(gatewayUrl, person);
    people.set(person, known);
    return known;
  };
  const applicant = await as('demo-applicant');
  const filed = await applicant.command('submitDossier', await filing(applicant, key()));
  const task = { task: 'receive-1' };
  const turn = [
    ['demo-clerk', 'claimTask', task],
    ['demo-clerk', 'releaseTask', task],
  ] as const;
  const withdraw = ['demo-applicant', 'withdrawDossier', { reason: 'Tổ chức thay đổi kế hoạch.' }] as const;
  await carried({ as }, filed, [...turn, ...turn, ...turn, ...turn, withdraw]);
  const documents = log.find({ stream: `dossier/${filed.dossierId}` }).sort({ n: 1 });
  return (await documents.toArray()).map(toCommit);
}

/** The same life of another dossier, sealed as the store seals it. */
function copyOf(model: readonly Commit[], after: number, notBefore: Instant): readonly Commit[] {
  const [from, to] = [model[0]?.stream.replace('dossier/', '') ?? '', `dossier-${randomUUID()}`];
  let head = emptyHead(`dossier/${to}`);
  return (JSON.parse(JSON.stringify(model).replaceAll(from, to)) as readonly Commit[]).map(
    (commit, index) => {
      const sealed = sealCommit(prepareCommit(head, commit), after + index + 1, notBefore);
      head = headAfter(sealed);
      return sealed;
    },
  );
}

/** Until the projector has caught up and owes nobody a word. */
async function untilShown({ environment }: TestInstance): Promise<void> {
  const left = async (): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${environment['HOSO_PROJECTOR_PORT']}/metrics`);
    const text = await answer.text();
    const of = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'mu').exec(text)?.[1]);
    return of('hoso_projector_lag') + of('hoso_workflow_nudges_owed');
  };
  while ((await left()) > 0) await wait(LOOK_EVERY_MS);
}
