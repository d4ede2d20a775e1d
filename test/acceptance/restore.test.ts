import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { projectFolder } from '#docker/engines/project-folder.js';
import { Cast } from '../../apps/cli/story/cast.js';
import { DEMO_PROCEDURE } from '../../apps/cli/story/demo-procedures.js';
import { fileApplication, licenceApplication, readProcedure } from '../../apps/cli/story/filing.js';
import { scriptOf } from '../../apps/cli/story/script.js';
import { Story } from '../../apps/cli/story/story.js';
import { tellStory } from '../../apps/cli/story/tell-story.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { endings, inOrder } from './support/endings.js';
import { type OfficeLog, openOfficeLog } from './support/office-log.js';

let instance: TestInstance;
let log: OfficeLog;
let temporal: Connection;
let client: Client;
beforeAll(async () => {
  instance = await startInstance();
  log = await openOfficeLog(instance);
  temporal = Connection.lazy({ address: instance.engines.temporalAddress });
  client = new Client({ connection: temporal });
});
afterAll(async () => {
  await temporal.close();
  await log.close();
  await instance.stop();
});

it('everything open goes on after Temporal has lost its data, and nothing is done twice', async () => {
  const acts = scriptOf('granted');
  const { licenceWorkflow } = await grantedLicence();
  const untouched = await begunStory();
  const halfway = await begunStory();
  await halfway.play(acts.slice(0, 4));
  // The number is given while nobody can draw the certificate: the workflow that was to do it is lost.
  await instance.kill('worker');
  const awaiting = await begunStory();
  await awaiting.play(acts.slice(0, -1));

  await eraseTemporal();
  const stories = [untouched, halfway, awaiting];
  const open = [licenceWorkflow, ...stories.map(({ filed }) => `dossier/${filed.dossierId}`)];
  expect(await hoso('workflows', 'restore')).toStrictEqual({ code: 0, answer: { open: open.length } });
  for (const id of open) expect(await started(id)).toBe(true);
  await instance.restart('worker');
  // What was lost while somebody worked is found again too, and a second restoring does no harm.
  expect((await hoso('workflows', 'restore')).code).toBe(0);

  await untouched.play(acts);
  await halfway.play(acts.slice(4));
  await awaiting.play(acts.slice(-1));
  for (const story of stories) {
    const { dossierId } = story.filed;
    await story.end();
    expect(await client.workflow.getHandle(`dossier/${dossierId}`).result()).toMatchObject({});
    const events = await log.eventsOf(dossierId);
    expect(inOrder(events)).toStrictEqual(inOrder(endings.granted.events));
    expect(events.filter((type) => type === 'LicenceEntered')).toHaveLength(1);
  }
  expect((await client.workflow.getHandle(licenceWorkflow).describe()).status.name).toBe('RUNNING');
  expect(await log.faults()).toStrictEqual([]);
  expect(await hoso('workflows', 'check')).toMatchObject({ code: 0, answer: { leftBehind: [], owed: 0 } });
});

async function grantedLicence() {
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  const told = await tellStory({ gatewayUrl, temporalAddress, variant: 'granted', tell: () => undefined });
  return { licenceWorkflow: told.licenceWorkflow?.id ?? '' };
}

async function begunStory(): Promise<Story> {
  const clerk = await (await Cast.assemble(instance.gatewayUrl, [])).person('oneStopClerk');
  const facts = await readProcedure(clerk, DEMO_PROCEDURE);
  const cast = await Cast.assemble(instance.gatewayUrl, facts.agencies);
  const { filed, supplementPaper } = await fileApplication(
    await cast.person('applicant'),
    await licenceApplication(DEMO_PROCEDURE),
  );
  return new Story(cast, { ...facts, supplementPaper }, { filed, tell: () => undefined });
}

async function eraseTemporal(): Promise<void> {
  await instance.kill('temporal');
  const folder = join(instance.dataDir, 'temporal');
  await Promise.all((await readdir(folder)).map((file) => rm(join(folder, file))));
  await instance.restart('temporal');
}

/** Whether Temporal knows the workflow; what was finished before its data were lost, it does not. */
async function started(id: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(id).describe();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

interface Said {
  readonly code: number;
  readonly answer: unknown;
}

/** The built command line, told of this instance as its processes are. */
function hoso(...args: readonly string[]): Promise<Said> {
  const main = join(projectFolder(), 'dist', 'apps', 'cli', 'main.js');
  const env = { PATH: process.env['PATH'], ...instance.environment };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [main, ...args, '--json'], { env }, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve({ code: Number(error?.code ?? 0), answer: JSON.parse(stdout) as unknown });
    });
  });
}
