import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptOf } from '../../apps/cli/story/script.js';
import { tellStory, type ToldStory } from '../../apps/cli/story/tell-story.js';
import { parts, startInstance, type TestInstance } from '../support/instance.js';
import { endings, inOrder } from './support/endings.js';
import { type OfficeLog, openOfficeLog } from './support/office-log.js';
import { tellWhileKilling } from './support/tell-while-killing.js';

const commands = ['submitDossier', ...scriptOf('granted').map(({ mutation }) => mutation)];

let instance: TestInstance;
let log: OfficeLog;
beforeAll(async () => {
  instance = await startInstance();
  log = await openOfficeLog(instance);
});
afterAll(async () => {
  await log.close();
  await instance.stop();
});

describe.each(parts)('%s, killed by kill -9 at every step of the story and started again', (part) => {
  it('loses nothing and does nothing twice', async () => {
    const before = await countOf('DossierSubmitted');
    const { told, kills, attempts } = await tellWhileKilling(part, instance, log);
    await expectUndisturbed(told);
    expect(await countOf('DossierSubmitted')).toBe(before + 1);
    expect(withoutRepetition(attempts)).toStrictEqual(withoutRepetition(commands));
    expect(attempts.length).toBeGreaterThanOrEqual(2 * commands.length);
    expect(kills).toBeGreaterThan(commands.length);
  });
});

it('a certificate is drawn once when the worker dies between storing and recording it', async () => {
  const { gatewayUrl, engines, dataDir } = instance;
  const blobs = new AbortController();
  let restarted: Promise<void> | undefined;
  const killOnFirstBlob = (): void => {
    blobs.abort();
    restarted ??= instance.kill('worker').then(() => instance.restart('worker'));
  };
  const told = await tellStory({
    gatewayUrl,
    temporalAddress: engines.temporalAddress,
    variant: 'granted',
    tell(line) {
      // From here on the certificate is the only thing that is stored.
      if (line.includes('grantLicence'))
        watch(join(dataDir, 'blobs', 'incoming'), { signal: blobs.signal }, killOnFirstBlob);
    },
  });
  await restarted;
  expect(restarted).toBeDefined();
  await expectUndisturbed(told);
});

const withoutRepetition = (list: readonly string[]): readonly string[] =>
  list.filter((name, n) => name !== list[n - 1]);

async function expectUndisturbed(told: ToldStory): Promise<void> {
  const events = await log.eventsOf(told.dossierId);
  expect(inOrder(events)).toStrictEqual(inOrder(endings.granted.events));
  expect(events.toSorted()).toStrictEqual(endings.granted.events.toSorted());
  const { outcome, stages, workflow, licenceWorkflow } = told;
  expect({ outcome, stages, workflow: workflow?.status, licence: licenceWorkflow?.status }).toStrictEqual({
    outcome: endings.granted.outcome,
    stages: endings.granted.stages,
    workflow: 'COMPLETED',
    licence: 'RUNNING',
  });
  expect(await licencesOf(told.dossierId)).toStrictEqual([told.licenceNumber]);
  expect(await certificateOf(told.dossierId)).toBe(sha256(told.certificateBytes));
  expect(await log.faults()).toStrictEqual([]);
}

function sha256(bytes: Uint8Array | null): string | undefined {
  return bytes ? createHash('sha256').update(bytes).digest('hex') : undefined;
}

async function allEvents() {
  const commits = await log.backbone.store.readAfter(0, 10_000);
  return commits.flatMap(({ events }) => events);
}

async function countOf(type: string): Promise<number> {
  return (await allEvents()).filter((event) => event.type === type).length;
}

/** The licences opened for a dossier, as they are numbered. */
async function licencesOf(dossierId: string): Promise<readonly unknown[]> {
  const opened = (await allEvents()).filter(({ type }) => type === 'LicenceOpened');
  return opened.filter(({ data }) => data['dossierId'] === dossierId).map(({ data }) => data['text']);
}

async function certificateOf(dossierId: string): Promise<unknown> {
  const events = (await log.commitsOf(dossierId)).flatMap((commit) => commit.events);
  return events.find(({ type }) => type === 'CertificateIssued')?.data['certificate'];
}
