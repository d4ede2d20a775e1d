import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { underAppraisal } from './support/filing.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';
import { told } from './support/server-sent.js';

interface Move {
  readonly dossierId: string | null;
  readonly licenceId: string | null;
  readonly position: number;
  readonly stageAfter: string;
}

let office: Office;
let granted: Licensed;
let filed: { readonly dossierId: string };
const ending = new AbortController();

beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
  filed = await underAppraisal(office);
});
afterAll(async () => {
  ending.abort();
  await office.close();
});

async function movesOf(person: string, after: number) {
  const query = `subscription { inboxChanged(afterPosition: ${after}) { dossierId licenceId position stageAfter } }`;
  return told<Move>(await office.as(person), 'inboxChanged', { query, ending });
}

async function suspend(): Promise<number> {
  const client = await office.as('demo-director');
  const input = {
    licenceId: granted.licenceId,
    idempotencyKey: 'live-suspension',
    violation: 'slander',
    reason: 'Biên bản số 1.',
  };
  const { suspendLicence } = await client.read<{ suspendLicence: { position: number } }>(
    'mutation ($input: SuspendLicenceInput!) { suspendLicence(input: $input) { position } }',
    { input },
  );
  return suspendLicence.position;
}

it('the inbox hears of work about a licence as of work about a dossier, once each, and goes on where it broke off', async () => {
  const tail = await office.backbone.store.tail();
  const moves = await movesOf('demo-records', tail);
  const position = await suspend();
  const seen = { dossierId: null, licenceId: granted.licenceId, position, stageAfter: 'suspended' };
  expect((await moves.next()).value).toStrictEqual(seen);
  const client = await office.as('demo-specialist');
  await client.command('claimTask', {
    dossierId: filed.dossierId,
    task: 'appraise-1',
    idempotencyKey: 'live-claim',
  });
  expect((await moves.next()).value).toMatchObject({ dossierId: filed.dossierId, licenceId: null });
  const later = await movesOf('demo-records', position - 1);
  expect((await later.next()).value).toStrictEqual(seen);
});

it('tells nobody of a licence that is not theirs to see', async () => {
  const tail = await office.backbone.store.tail();
  const other = await movesOf('demo-other-applicant', 0);
  const first = other.next();
  const holder = await movesOf('demo-applicant', 0);
  let last = 0;
  while (last < tail) last = ((await holder.next()).value as Move).position;
  const silent = Symbol('silent');
  expect(await Promise.race([first, Promise.resolve(silent)])).toBe(silent);
});

describe('the moves of one dossier', () => {
  const query = (after: number) =>
    `subscription { dossierMoved(id: "${filed.dossierId}", afterPosition: ${after}) { dossierId position stageAfter } }`;

  it('are told to who may see it, and none of another', async () => {
    const client = await office.as('demo-applicant');
    const moves = told<Omit<Move, 'licenceId'>>(client, 'dossierMoved', { query: query(0), ending });
    const stages = [];
    for (const _ of ['filed', 'accepted']) stages.push((await moves.next()).value);
    expect(stages).toMatchObject([
      { dossierId: filed.dossierId, stageAfter: 'receipt' },
      { dossierId: filed.dossierId, stageAfter: 'completeness' },
    ]);
  });

  it('are refused to whom it is not to see, as those of a dossier that does not exist', async () => {
    const client = await office.as('demo-other-applicant');
    const moves = told<unknown>(client, 'dossierMoved', { query: query(0), ending });
    await expect(moves.next()).rejects.toThrow('There is no such dossier for you.');
  });
});
