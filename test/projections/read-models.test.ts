import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DossierId } from '#libs/kernel/ids.js';
import { checkReadModels } from '#libs/projections/check.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { findDossier } from '#libs/projections/dossier-details/queries.js';
import { dossierHistory } from '#libs/projections/dossier-history/projection.js';
import { listHistory } from '#libs/projections/dossier-history/queries.js';
import { collectionName } from '#libs/projections/generations.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import { listRegister } from '#libs/projections/licence-register/queries.js';
import { Projector } from '#libs/projections/projector.js';
import { publicTracking } from '#libs/projections/public-tracking/projection.js';
import { findTracked } from '#libs/projections/public-tracking/queries.js';
import { allProjections } from '#libs/projections/read-models.js';
import { rebuildProjections } from '#libs/projections/rebuild.js';
import { dump, indexes, type Office, openOffice, projectRest } from './office.js';
import { storyCode, storyId, storySecret } from './stories.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('read models', () => {
  it('are the same however the commits are cut into batches', async () => {
    await office.project();
    await office.tell(indexes(1, 12));
    await office.project(1);
    const one = await dump(office);
    for (const batchSize of [7, 50, 1_000]) {
      await office.connection.collection('rm_checkpoints').deleteMany({});
      for (const { name } of allProjections) {
        await office.connection.collection(collectionName(name, 1)).deleteMany({});
      }
      await office.project(batchSize);
      expect(await dump(office)).toStrictEqual(one);
    }
  });

  it('do not change when everything comes a second time', async () => {
    await office.project();
    await office.tell(indexes(1, 12), 8);
    await office.project();
    const once = await dump(office);
    await office.connection.collection('rm_checkpoints').deleteMany({});
    await office.project(13);
    expect(await dump(office)).toStrictEqual(once);
  });

  it('rebuilt are equal to the live ones', async () => {
    await office.project();
    await office.tell(indexes(1, 30), 9);
    await office.tell(indexes(31, 12));
    await office.project(40);
    const live = await dump(office);
    expect(live['task-inbox']?.length).toBeGreaterThan(0);
    const positions: number[] = [];
    const generations = await rebuildProjections(allProjections, office, {
      onProgress: ({ position }) => positions.push(position),
    });
    expect(generations.get('task-inbox')).toBe(2);
    expect(positions.at(-1)).toBe(await office.store.tail());
    expect(await dump(office)).toStrictEqual(live);
  });

  it('that nobody tampered with show no drift; a changed, a missing and a strange row are named', async () => {
    await office.project();
    await office.tell(indexes(1, 5), 6);
    await office.project();
    expect((await checkReadModels(allProjections, office)).drifts).toStrictEqual([]);
    const details = office.connection.collection<{ _id: string }>(collectionName('dossier-details', 1));
    const inbox = office.connection.collection<{ _id: string }>(collectionName('task-inbox', 1));
    await details.updateOne({ _id: storyId(1) }, { $set: { 'procedure.version': 'x' } });
    await details.deleteOne({ _id: storyId(2) });
    await inbox.insertOne({ _id: 'strange', position: 1 } as { _id: string });
    const { drifts } = await checkReadModels(allProjections, office);
    expect(drifts).toStrictEqual([
      {
        model: 'task-inbox',
        id: 'strange',
        path: '',
        expected: undefined,
        found: { _id: 'strange', position: 1 },
      },
      {
        model: 'dossier-details',
        id: storyId(1),
        path: 'procedure.version',
        expected: '2020-01-01',
        found: 'x',
      },
      {
        model: 'dossier-details',
        id: storyId(2),
        path: '',
        expected: expect.objectContaining({ _id: storyId(2) }),
        found: undefined,
      },
    ]);
  });

  it('are built anew, once, by a release in which their rows look different', async () => {
    await office.tell([1], 3);
    await office.project();
    const [known] = allProjections;
    const schemaVersion = known!.schemaVersion + 1;
    for (const _ of ['upgraded', 'started again']) {
      await new Projector({ ...office, projections: [{ ...known!, schemaVersion }] }).open();
      const live = (await office.generations.listLive()).get(known!.name);
      expect(live).toStrictEqual({ generation: 2, schemaVersion });
    }
  });

  it('go on in the new generation after a rebuild elsewhere, and the old one goes after its grace', async () => {
    const projector = await office.project();
    await office.tell(indexes(1, 4), 3);
    await projectRest(office.store, projector);
    await rebuildProjections(allProjections, office);
    await office.tell(indexes(5, 4), 3);
    await projector.followSwitches();
    await projectRest(office.store, projector);
    expect(await dump(office)).toMatchObject({ 'dossier-details': { length: 8 } });
    expect((await checkReadModels(allProjections, office)).drifts).toStrictEqual([]);
    expect(await office.generations.dropOld()).toStrictEqual([]);
  });
});

describe('what readers see', () => {
  const granted = 1;
  const denied = 7;
  beforeEach(async () => {
    await office.project();
    await office.tell([granted, denied]);
    await office.project();
  });

  it('a dossier keeps showing opinions, draft, decision and licence after it is closed', async () => {
    const model = await office.models.model(dossierDetails);
    const dossier = await findDossier(model, storyId(granted));
    expect(dossier).toMatchObject({
      stage: 'closed',
      outcome: 'granted',
      nationalStatus: 10,
      code: storyCode(granted),
      opinions: [{ given: { position: 'agrees' } }, { given: { position: 'agrees' } }],
      draft: { kind: 'grant', termYears: 3 },
      decision: { kind: 'grant', approvedBy: 'director-1', termYears: 3 },
      licence: { text: '1/GP-NO' },
      handedOver: { way: 'counter' },
      tasks: [],
    });
    expect(dossier?.steps.map(({ stage }) => stage)).toStrictEqual([
      'receipt',
      'completeness',
      'appraisal',
      'decision',
      'certificate',
      'handover',
      'closed',
    ]);
    expect(await findDossier(model, 'nobody' as DossierId)).toBeUndefined();
  });

  it('the history says who did what when under which rule, in both languages', async () => {
    const model = await office.models.model(dossierHistory);
    const rows = await listHistory(model, { subjectId: storyId(denied), first: 100, afterN: 0 });
    expect(rows.map(({ command }) => command).slice(0, 3)).toStrictEqual([
      'submitDossier',
      'acceptDossier',
      'confirmCompleteness',
    ]);
    expect(rows.find(({ command }) => command === 'denyLicence')).toMatchObject({
      actor: { id: 'director-1', roles: ['director'] },
      commandName: { vi: 'Không cấp giấy phép', en: 'Deny the licence' },
      rules: { procedure: { id: 'beekeeping-licence', version: '2020-01-01' } },
      stageBefore: 'decision',
      stageAfter: 'handover',
      events: [
        {
          type: 'LicenceDenied',
          sentence: {
            vi: 'Quyết định không cấp giấy phép: Đặt tổ ong quá gần khu dân cư.',
            en: 'Licence denied: Hives too close to houses.',
          },
        },
      ],
    });
    const rest = await listHistory(model, { subjectId: storyId(denied), first: 2, afterN: rows.length - 1 });
    expect(rest).toStrictEqual(rows.slice(-1));
  });

  it('tracking needs both secrets and says no more than it must', async () => {
    const model = await office.models.model(publicTracking);
    const code = storyCode(denied);
    const found = await findTracked(model, { code, secret: storySecret(denied) });
    expect(Object.keys(found ?? {}).sort()).toStrictEqual(
      '_id acceptedAt answer answerBy appointedOn code nationalStatus position procedureName receivedAt sentOnTo stage steps'.split(
        ' ',
      ),
    );
    expect(await findTracked(model, { code: storyId(denied), secret: storySecret(denied) })).toStrictEqual(
      found,
    );
    expect(await findTracked(model, { code, secret: storySecret(granted) })).toBeUndefined();
  });

  it('the register holds the licence and shows it to its holder', async () => {
    const model = await office.models.model(licenceRegister);
    const question = { sight: { all: false, applicant: 'applicant-1' }, first: 10 } as const;
    expect((await listRegister(model, question)).rows).toMatchObject([
      { entry: 'licence', text: '1/GP-NO', stage: 'inForce', dossierCode: storyCode(granted) },
    ]);
    const others = { sight: { all: false, applicant: 'applicant-2' }, first: 10 } as const;
    expect((await listRegister(model, others)).rows).toStrictEqual([]);
    expect((await listRegister(model, { sight: { all: false }, first: 10 })).rows).toStrictEqual([]);
  });
});
