import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import {
  givenBy,
  isPersonCommand,
  type LicenceActType,
  licenceGivenBy,
  type PersonCommandType,
  summaryGivenBy,
} from '#libs/access/permissions.js';
import { problemCodes } from '../../apps/gateway/graphql/problem.js';
import { badValuesFor } from './support/bad-values.js';
import type { Answer, Client } from './support/client.js';
import { demanded, DEMANDED_AS } from './support/demanded.js';
import { type Appraised, underAppraisal } from './support/filing.js';
import { knownOf, ownMutations } from './support/known.js';
import { licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';
import { type Known, sampleArgs, valueAt, withValue } from './support/samples.js';
import {
  documentOf,
  type Operation,
  operationsOf,
  type Place,
  placesOf,
  servedSchema,
} from './support/sdl.js';

const committed = buildSchema(
  readFileSync(new URL('../../schemas/graphql/schema.graphql', import.meta.url), 'utf8'),
);
const operations = operationsOf(committed);
const mutations = operations.filter(({ kind, name }) => kind === 'mutation' && !ownMutations.includes(name));

/** Somebody of every role, so that each command is given by who may give it. */
const holderOf: Readonly<Record<string, string>> = {
  applicant: 'demo-applicant',
  oneStopClerk: 'demo-clerk',
  specialist: 'demo-specialist',
  headOfDivision: 'demo-head',
  director: 'demo-director',
  recordsClerk: 'demo-records',
  consultedAgency: 'demo-police',
};

let office: Office;
let dossier: Appraised;
let known: Known;

beforeAll(async () => {
  office = await openOffice();
  const granted = await licensed(office, await underAppraisal(office));
  const obligation = await demanded(office, granted);
  dossier = await underAppraisal(office);
  known = { ...(await knownOf(office, dossier)), licenceId: granted.licenceId, obligation };
});
afterAll(() => office.close());

/** A report answers another form than an application. */
const knownFor = ({ name }: Operation): Known =>
  name === 'submitReport' ? { ...known, answers: { answer: 'Ba nguồn tin.' } } : known;

async function personFor({ kind, name }: Operation): Promise<Client> {
  if (kind !== 'mutation' || ownMutations.includes(name)) return office.as('demo-auditor');
  const [role = ''] = { ...givenBy, ...licenceGivenBy, ...summaryGivenBy }[
    name as PersonCommandType | LicenceActType | keyof typeof summaryGivenBy
  ];
  return office.as(holderOf[role] ?? '');
}

async function send(operation: Operation, args: object): Promise<Answer> {
  const client = await personFor(operation);
  const answer = await client.ask(documentOf(operation, args), args);
  expect(answer.status).toBeLessThan(500);
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
  for (const code of codes) expect(problemCodes.filter((one) => one !== 'INTERNAL')).toContain(code);
  expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.[jt]s:\d|\bat \S+ \(|Mongo|Error:/);
  return answer;
}

const refusalOf = ({ name }: Operation, { data }: Answer): unknown =>
  valueAt(data, [name, 'refusal', 'name']);
const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);

describe('the schema', () => {
  it('is served as it is committed', async () => {
    const served = await servedSchema(await office.as('demo-auditor'));
    expect(
      operationsOf(served)
        .map(({ name }) => name)
        .sort(),
    ).toStrictEqual(operations.map(({ name }) => name).sort());
  });

  it('has a mutation for every command of people, and none for what time does', () => {
    const commands = Object.keys(givenBy) as (keyof typeof givenBy)[];
    const acts = Object.entries(licenceGivenBy).filter(([, [role]]) => role !== 'system');
    const asked = [
      ...commands.filter(isPersonCommand),
      ...acts.map(([name]) => name),
      ...Object.keys(summaryGivenBy),
    ];
    expect(mutations.map(({ name }) => name).sort()).toStrictEqual(asked.sort());
  });

  it('describes every type, field, argument and term', () => {
    expect(undescribed(committed)).toStrictEqual([]);
  });
});

function undescribed(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    ({ name }) => !name.startsWith('__') && !isBuiltIn(name),
  );
  const parts = types.flatMap((type) => {
    const members = isEnumType(type)
      ? type.getValues()
      : 'getFields' in type
        ? Object.values(type.getFields())
        : [];
    const args = members.flatMap((member) => ('args' in member ? member.args : []));
    return [type, ...members, ...args].map((part) => ({
      at: `${type.name}.${part.name}`,
      text: part.description,
    }));
  });
  return parts
    .filter(({ text }) => (text ?? '').trim() === '')
    .map(({ at }) => at)
    .filter((at) => !roots.has(at));
}

/** The code-first builder gives the three roots no description of their own. */
const roots = new Set(['Query.Query', 'Mutation.Mutation', 'Subscription.Subscription']);

const isBuiltIn = (name: string): boolean => ['String', 'ID', 'Int', 'Float', 'Boolean'].includes(name);

/** The arguments with one thing wrong, for every place and everything that can be wrong there. */
function* trialsOf(operation: Operation, args: object) {
  for (const place of placesOf(operation)) {
    for (const bad of badValuesFor(place, valueAt(args, place.path))) {
      const changed = withValue(args, place.path, bad);
      yield { place, what: `${place.path.join('.')}: ${bad.what}`, args: Object(changed) as object };
    }
  }
}

/** By a code that says whose fault it is, and by the name of what is wrong. */
function isNoticed(answer: Answer, { path }: Place): boolean {
  const isNamed = JSON.stringify(answer.errors ?? []).includes(String(path.at(-1)));
  return isNamed && codesOf(answer).some((code) => /^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/.test(code));
}

describe('every operation, whatever is written into it', () => {
  it('walks all there is', () => {
    const inputs = Object.values(committed.getTypeMap()).filter(isInputObjectType);
    const walked = new Set(operations.flatMap(placesOf).map(({ path }) => path.at(-1)));
    const written = inputs.flatMap((type) => Object.keys(type.getFields()));
    expect(written.filter((name) => !walked.has(name))).toStrictEqual([]);
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (_name, operation) => {
      const args = sampleArgs(operation, knownFor(operation));
      const before = await office.backbone.store.tail();
      if (operation.kind !== 'subscription') {
        const plain = await send(operation, args);
        expect(codesOf(plain)).toStrictEqual([]);
        const reason = operation.name === 'submitDossier' ? 'PapersMissing' : 'StaleVersion';
        expect(refusalOf(operation, plain)).toBe(mutations.includes(operation) ? reason : undefined);
      }
      const unnoticed: string[] = [];
      for (const trial of trialsOf(operation, args)) {
        const answer = await send(operation, trial.args);
        if (!isNoticed(answer, trial.place)) unnoticed.push(`${trial.what} → ${JSON.stringify(answer)}`);
      }
      expect(unnoticed).toStrictEqual([]);
      expect(await office.backbone.store.tail()).toBe(before);
    },
  );
});

describe('every command', () => {
  // A summary is owed without anything having been recorded of it: none is ever missing.
  const about = mutations.filter(({ name }) => name !== 'submitDossier' && !(name in summaryGivenBy));
  const give = async (operation: Operation, changed: Known): Promise<unknown> => {
    const before = await office.backbone.store.tail();
    const answer = await send(operation, sampleArgs(operation, { ...knownFor(operation), ...changed }));
    expect(await office.backbone.store.tail()).toBe(before);
    return refusalOf(operation, answer);
  };

  it.each(about.map((operation) => [operation.name, operation] as const))(
    '%s: a subject that is not there, and a key used before with other content',
    async (_name, operation) => {
      const nobodys = { dossierId: 'dossier-of-nobody', licenceId: 'licence-of-nobody' };
      expect(await give(operation, nobodys)).toBe('SubjectNotFound');
      const used = operation.name in licenceGivenBy ? DEMANDED_AS : dossier.filedAs;
      expect(await give(operation, { idempotencyKey: used })).toBe('KeyReused');
    },
  );

  it('submitDossier: in another’s name, with a key used before, for a procedure that is not there', async () => {
    const [submit] = mutations.filter(({ name }) => name === 'submitDossier');
    expect(await give(submit!, { applicant: 'demo-other-applicant' })).toBe('NotPermitted');
    expect(await give(submit!, { idempotencyKey: dossier.filedAs })).toBe('KeyReused');
    expect(await give(submit!, { procedureId: 'fishing-licence' })).toBe('ProcedureNotInForce');
    expect(await give(submit!, { digest: 'f'.repeat(64) })).toBe('PapersNotUploaded');
    expect(await give(submit!, { answers: { __proto__: { admin: true }, constructor: 1 } })).toBe(
      'FormAnswersRejected',
    );
  });
});
