import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { loadProcedures } from '#libs/procedures/load-procedures.js';
import { checkReadModels } from '#libs/projections/check.js';
import { allProjections, readModelNames } from '#libs/projections/read-models.js';
import { rebuildProjections } from '#libs/projections/rebuild.js';
import { testEngines } from '../support/engines.js';
import { dump, indexes, type Office, openOffice } from './office.js';
import { freePort, type ProjectorProcess, startProjectorProcess } from './projector-process.js';
import { story, tell } from './stories.js';

let office: Office;
let projector: ProjectorProcess | undefined;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await projector?.kill('SIGKILL');
  await office.close();
});

const KILLS = 6;
const LONG_MS = 60_000;

/** Temporal is away all the time: the read models must not mind. */
async function start(): Promise<ProjectorProcess> {
  const temporalAddress = `127.0.0.1:${await freePort()}`;
  return startProjectorProcess({
    mongodbUri: testEngines().mongodbUri,
    database: office.database,
    temporalAddress,
  });
}

it('killed at any point, the projector ends where an undisturbed one would', async () => {
  const procedures = await loadProcedures({ demonstration: true });
  const [procedure] = procedures.list();
  if (!procedure) throw new Error('There is no procedure to tell stories of');
  const rules = { procedure, reference: procedures.reference(procedure) };
  const source = { ...office, rules: { ...office.rules, procedures } };
  for (let round = 0; round < KILLS; round += 1) {
    projector = await start();
    const stories = indexes(1 + round * 40, 40).map((index) => story(index, rules));
    const telling = tell(office.store, stories, rules.reference);
    await projector.says('ready');
    const target = Math.floor(Math.random() * 400) + (await office.store.tail());
    await office.models.waitForPosition(['dossier-history'], target, { timeoutMs: 500 });
    await projector.kill('SIGKILL');
    await telling;
  }
  projector = await start();
  await projector.says('ready');
  const tail = await office.store.tail();
  expect(await office.models.waitForPosition(readModelNames, tail, { timeoutMs: LONG_MS })).toStrictEqual({
    outcome: 'reached',
  });
  expect(await projector.kill('SIGTERM')).toBe(0);
  expect((await checkReadModels(allProjections, source)).drifts).toStrictEqual([]);
  const survived = await dump(office);
  await rebuildProjections(allProjections, source);
  expect(await dump(office)).toStrictEqual(survived);
});

it('is ready and healthy without Temporal, counts its lag, and ends in order', async () => {
  projector = await start();
  await projector.says('ready');
  const ask = (path: string) => fetch(`http://127.0.0.1:${projector?.port}${path}`);
  const ready = await ask('/health/ready');
  expect([ready.status, await ready.json()]).toStrictEqual([200, { status: 'ready', needs: {} }]);
  expect((await ask('/health/live')).status).toBe(200);
  expect((await ask('/elsewhere')).status).toBe(404);
  expect(await (await ask('/metrics')).text()).toContain('hoso_projector_lag 0');
  expect(await projector.kill('SIGTERM')).toBe(0);
  expect(projector.hasSaid('stopped')).toBe(true);
});
