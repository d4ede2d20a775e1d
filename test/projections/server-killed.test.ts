import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkReadModels } from '#libs/projections/check.js';
import { Folds } from '#libs/projections/folds.js';
import { advance, openLane, projectInto } from '#libs/projections/follower.js';
import { allProjections } from '#libs/projections/read-models.js';
import { ownEngines, type OwnEngines } from '../support/engines.js';
import { type Office, openOffice } from './office.js';

let own: OwnEngines;
let office: Office;
beforeAll(async () => {
  own = await ownEngines({ want: ['mongod'] });
  office = await openOffice(own.engines);
});
afterAll(async () => {
  await office.close();
  await own.stop();
});

it('no checkpoint survives a mongod killed by kill -9 whose rows did not', async () => {
  await office.project();
  const upTo = await office.tell([1, 2, 3]);
  const { generations, store, rules } = office;
  const history = allProjections.find(({ name }) => name === 'dossier-history') ?? allProjections[0];
  if (!history) throw new Error('There is no read model');
  const generation = (await generations.listLive()).get(history.name)?.generation ?? 0;
  const projected = projectInto(history, generations.modelOf(history, generation));
  const killedAfterRows = {
    name: projected.name,
    async hear(heard: Parameters<typeof projected.hear>[0]) {
      const writeDown = await projected.hear(heard);
      return async (...session: Parameters<typeof writeDown>) => {
        await writeDown(...session);
        await own.engines.kill('mongod');
        await own.engines.restart('mongod');
      };
    },
  };
  const changes = await new Folds(store, rules).changesOf(await store.readAfter(0, upTo));
  const lane = await openLane(killedAfterRows, generations, generation);
  await advance([[lane]], { changes, upTo }, generations);
  const { models, drifts } = await checkReadModels(allProjections, office);
  expect(models).toContainEqual({ model: history.name, position: upTo, rows: upTo });
  expect(drifts).toStrictEqual([]);
});
