import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { fromStored } from '#libs/commands/stored-events.js';
import { SYSTEM } from '#libs/commands/system.js';
import type { Actor } from '#libs/event-store/commit.js';
import {
  type Digest,
  type DossierId,
  type LicenceId,
  licenceStream,
  type PersonId,
} from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { noticesOf } from '#libs/notifications/notices-of.js';
import { Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { Projector } from '#libs/projections/projector.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import { remindingExaminers } from '../../apps/projector/examinations/remind-examiners.js';
import { testEngines } from '../support/engines.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { projectRest } from './office.js';

const id = 'licence-1' as LicenceId;
const holder = 'the-holder' as PersonId;
const report = 'd'.repeat(64) as Digest;
const obligation = 'annualReport-2027-01-14';

let now: Instant;
let dataDir: string;
let backbone: Backbone;
let projector: Projector;
/** Who hears of what, by day. */
let heard: string[];
beforeEach(async () => {
  heard = [];
  now = '2026-03-16T03:00:00.000Z' as Instant;
  dataDir = await makeTestFolder();
  const engines = testEngines();
  const place = { mongodbUri: engines.mongodbUri, database: engines.databaseName(), dataDir };
  backbone = await openBackbone({ ...place, demonstration: true, build: 'test', clock: { now: () => now } });
  await open();
});
afterEach(async () => {
  await backbone.connection.dropDatabase();
  await backbone.close();
  await removeTestFolder(dataDir);
});

async function open(): Promise<void> {
  const { procedures } = backbone.books;
  const procedure = procedures.on('aggregated-news-licence', '2026-03-16' as LocalDate);
  if (!procedure) throw new Error('No procedure is in force');
  const directory = { listTeam: async (_: string, role: string) => [`the-${role}` as PersonId] };
  projector = new Projector({
    store: backbone.store,
    generations: new Generations(backbone.connection, backbone.clock),
    rules: backbone.books,
    projections: [taskInbox] as never,
    followers: [
      {
        name: 'heard',
        async hear(changes) {
          for (const change of changes)
            for (const { kind, person } of await noticesOf(change, directory))
              heard.push(`${change.commit.recordedAt.slice(0, 10)} ${person}: ${kind}`);
          return () => Promise.resolve();
        },
      },
    ],
  });
  await projector.open();
  const term = { issuedOn: '2026-03-16' as LocalDate, expiresOn: '2031-03-16' as LocalDate };
  await say(SYSTEM, {
    type: 'openLicence',
    data: {
      licenceId: id,
      dossierId: 'dossier-1' as DossierId,
      dossierCode: 'H21.12-260316-0001',
      procedure: procedures.reference(procedure),
      agency: procedure.competentAgency,
      holder,
      text: '1/GP-TTĐT',
      certificate: report,
      ...term,
    },
  });
}

async function say(actor: Actor, command: LicenceCommand): Promise<void> {
  const idempotencyKey = `${command.type} ${now}`;
  const request = { id, command, actor, idempotencyKey, correlationId: 'test' };
  const answer = await backbone.commands.licence(request);
  if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
  await projectRest(backbone.store, projector);
}

/** Two projectors look at an hour of Viet Nam, both at once, and each looks again. */
async function lookAt(hour: string): Promise<readonly string[]> {
  now = new Date(`${hour}+07:00`).toISOString() as Instant;
  const models = new LiveModels(new Generations(backbone.connection, backbone.clock));
  const looks = [1, 2].map(() => remindingExaminers({ models, backbone }));
  await Promise.all(looks.map((look) => look()));
  await Promise.all(looks.map((look) => look()));
  await projectRest(backbone.store, projector);
  return heard.splice(0).filter((line) => line.includes('licenceWork'));
}

async function submit(on: string): Promise<void> {
  now = `${on}T03:00:00.000Z` as Instant;
  const data = { obligation, period: 2026, report };
  await say({ id: holder, roles: ['applicant'] }, { type: 'submitReport', data });
}

async function worked(): Promise<readonly string[]> {
  const { commits } = await backbone.store.readStream(licenceStream(id));
  return commits
    .flatMap(({ events }) => events.map((event) => fromStored<LicenceEvent>(event)))
    .flatMap(({ type }) => (type.startsWith('Work') ? [type] : []));
}

it('a report that lies is told to who examines it on the last day, and to the head when that is over: each once', async () => {
  await submit('2027-01-08');
  expect(await lookAt('2027-01-15T07:59:00')).toStrictEqual([]);
  expect(await lookAt('2027-01-15T08:00:30')).toStrictEqual(['2027-01-15 the-specialist: licenceWorkDue']);
  expect(await lookAt('2027-01-15T17:00:00')).toStrictEqual([]);
  expect(await lookAt('2027-01-16T00:01:00')).toStrictEqual([
    '2027-01-15 the-headOfDivision: licenceWorkLate',
  ]);
  expect(await lookAt('2027-03-01T08:00:00')).toStrictEqual([]);
  expect(await worked()).toStrictEqual(['WorkReminded', 'WorkEscalated']);
});

it('after an outage that it outlasted, the head is told, once, and nobody that it is nearly due', async () => {
  await submit('2027-01-08');
  expect(await lookAt('2027-02-20T08:00:00')).toStrictEqual([
    '2027-02-20 the-headOfDivision: licenceWorkLate',
  ]);
  expect(await lookAt('2027-02-20T09:00:00')).toStrictEqual([]);
  expect(await worked()).toStrictEqual(['WorkEscalated']);
});

it('of a report that was examined in time nobody hears, nor of one that was sent back', async () => {
  await submit('2027-01-08');
  now = '2027-01-12T03:00:00.000Z' as Instant;
  const specialist: Actor = {
    id: 'demo-specialist',
    roles: ['specialist'],
    agency: backbone.books.procedures.list()[0]!.competentAgency,
  };
  await say(specialist, { type: 'returnReport', data: { obligation, reason: 'Thiếu số liệu' } });
  expect(await lookAt('2027-01-16T08:00:00')).toStrictEqual([]);
  // What comes back is examined anew, with days of its own.
  await submit('2027-02-15');
  expect(await lookAt('2027-02-22T08:00:30')).toStrictEqual(['2027-02-22 the-specialist: licenceWorkDue']);
  now = '2027-02-22T03:00:00.000Z' as Instant;
  await say(specialist, { type: 'acceptReport', data: { obligation } });
  expect(await lookAt('2027-02-23T08:00:30')).toStrictEqual([]);
  expect(await worked()).toStrictEqual(['WorkReminded']);
});
