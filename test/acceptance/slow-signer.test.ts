import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import { tellStory, type ToldStory } from '../../apps/cli/story/tell-story.js';
import { Client as GatewayClient } from '../gateway/support/client.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { signingOffice } from '../support/signing-office.js';
import { SigningService } from '../support/signing-service.js';
import { type OfficeLog, openOfficeLog } from './support/office-log.js';

const TOKEN = 'the-service-that-signs';

let service: SigningService;
let instance: TestInstance;
let log: OfficeLog;
let licenceId: string;
beforeAll(async () => {
  service = await new SigningService(await signingOffice()).open();
  service.behaviour.patience = Infinity;
  instance = await startInstance({
    env: { HOSO_SIGNER_URL: service.url, HOSO_SIGNER_CALLBACK_TOKEN: TOKEN },
  });
  log = await openOfficeLog(instance);
});
afterAll(async () => {
  await log.close();
  await instance.stop();
  await service.close();
});

interface Task {
  readonly kind: string;
  readonly dossierId: string;
  readonly holder: string | null;
}

type Signing = 'SIGN' | 'SEAL' | 'SIGN_DOCUMENT' | 'SEAL_DOCUMENT';

/** The signatures that are awaited, as work in the inbox of who must give them. */
async function awaited(person: string, kind: Signing): Promise<readonly Task[]> {
  const client = await GatewayClient.signIn(instance.gatewayUrl, person);
  const { taskInbox } = await client.read<{ taskInbox: { edges: { node: Task }[] } }>(
    'query ($kind: TaskKind!) { taskInbox(tab: TEAM, filter: { kinds: [$kind] }) { edges { node { kind dossierId holder } } } }',
    { kind },
  );
  return taskInbox.edges.map(({ node }) => node);
}

async function oneAwaited(person: string, kind: Signing): Promise<Task> {
  for (;;) {
    const [task] = await awaited(person, kind);
    if (task) return task;
    await wait(200);
  }
}

const call = (body: object, token = TOKEN) =>
  fetch(`${instance.gatewayUrl}/signing/callbacks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });

/** As the service would: with what it was given when it was asked. */
async function callAbout(role: string): Promise<Response> {
  const transaction = [...service.transactions.values()].find(({ signer }) => signer.role === role);
  if (!transaction?.callback) throw new Error(`Nobody asked for the signature of the ${role}`);
  const { url, ...body } = transaction.callback;
  expect(url).toMatch(/\/signing\/callbacks$/);
  return call(body);
}

async function timersFired(address: string, workflowId: string): Promise<number> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const { events }: History = await workflow.getHandle(workflowId).fetchHistory();
  await connection.close();
  return (events ?? []).filter((event) => event.timerFiredEventAttributes).length;
}

it('a signature that takes its time is work for who must give it, and is fetched when the service calls', async () => {
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  const telling: Promise<ToldStory> = tellStory({
    gatewayUrl,
    temporalAddress,
    variant: 'granted',
    tell: () => undefined,
  });
  const { dossierId, ...task } = await oneAwaited('demo-director', 'SIGN');
  expect(task).toStrictEqual({ kind: 'SIGN', holder: 'demo-director' });
  // Whoever is no service of ours, or says nothing that can be understood, moves nothing.
  expect((await call({ dossierId, role: 'person', attempt: 1 }, 'guessed')).status).toBe(401);
  expect((await call({ dossierId, role: 'anybody', attempt: 1 })).status).toBe(422);
  expect((await call([])).status).toBe(422);
  const early = await call({ dossierId, role: 'organisation', attempt: 1 });
  expect([early.status, await early.json()]).toStrictEqual([202, { outcome: 'notAwaited' }]);
  expect(await (await call({ dossierId: 'unheard-of', role: 'person', attempt: 1 })).json()).toStrictEqual({
    outcome: 'notAwaited',
  });

  service.behaviour.patience = 0;
  service.behaviour.patienceOf = { organisation: Infinity };
  expect(await (await callAbout('person')).json()).toStrictEqual({ outcome: 'noted' });
  expect(await oneAwaited('demo-records', 'SEAL')).toMatchObject({ dossierId, holder: null });
  expect(await awaited('demo-director', 'SIGN')).toStrictEqual([]);
  service.behaviour.patienceOf = {};
  expect(await (await callAbout('organisation')).json()).toStrictEqual({ outcome: 'noted' });

  const told = await telling;
  licenceId = told.licenceId ?? '';
  expect(told.outcome).toBe('GRANTED');
  const events = await log.eventsOf(dossierId);
  const signing = events.filter((type) => type.startsWith('Signature') || type === 'CertificateIssued');
  expect(signing).toStrictEqual([
    'SignatureRequested',
    'SignatureAnswered',
    'SignatureRequested',
    'SignatureAnswered',
    'CertificateIssued',
  ]);
  expect(service.transactions.size).toBe(2);
  service.transactions.clear();
  // By the call, not because it was time to look again.
  expect(await timersFired(temporalAddress, `dossier/${dossierId}`)).toBe(0);
  expect(await log.faults()).toStrictEqual([]);
});

it('a service that is slow with each answer is heard to the end: a paper was once begun anew while the first attempt still asked', async () => {
  service.behaviour.patience = 0;
  service.behaviour.answersAfterMs = 2_700;
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  const told = await tellStory({ gatewayUrl, temporalAddress, variant: 'granted', tell: () => undefined });
  service.behaviour.answersAfterMs = 0;
  expect(told.outcome).toBe('GRANTED');
  expect([...service.transactions.values()].map(({ asked }) => asked)).toStrictEqual([1, 1]);
});

it('the worker, killed whenever a signature has just been given, asks for no second one and issues one certificate', async () => {
  service.behaviour.patience = 0;
  service.transactions.clear();
  const killedFor: string[] = [];
  let restarted = Promise.resolve();
  service.behaviour.whenSigned = (role) => {
    if (killedFor.includes(role)) return;
    killedFor.push(role);
    restarted = restarted.then(() => instance.kill('worker')).then(() => instance.restart('worker'));
  };
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  const told = await tellStory({ gatewayUrl, temporalAddress, variant: 'granted', tell: () => undefined });
  await restarted;
  expect(killedFor).toStrictEqual(['person', 'organisation']);
  expect([told.outcome, service.transactions.size]).toStrictEqual(['GRANTED', 2]);
  const events = await log.eventsOf(told.dossierId);
  const once = events.filter((type) => ['LicenceNumberAllocated', 'CertificateIssued'].includes(type));
  expect(once).toStrictEqual(['LicenceNumberAllocated', 'CertificateIssued']);
  expect(await log.faults()).toStrictEqual([]);
});

/** Brings the decision about a licence to where it waits for its signatures. Answers its name. */
async function numberedSuspension(): Promise<string> {
  const director = await GatewayClient.signIn(instance.gatewayUrl, 'demo-director');
  const input = { licenceId, idempotencyKey: 'suspended', violation: 'slander', reason: 'Biên bản số 12.' };
  const { suspendLicence } = await director.read<{
    suspendLicence: { licence: { documents: readonly { id: string }[] } };
  }>(
    'mutation ($input: SuspendLicenceInput!) { suspendLicence(input: $input) { licence { documents { id } } } }',
    { input },
  );
  const document = suspendLicence.licence.documents.at(-1)?.id ?? '';
  const records = await GatewayClient.signIn(instance.gatewayUrl, 'demo-records');
  await records.read(
    'mutation ($input: DocumentInput!) { allocateDocumentNumber(input: $input) { position } }',
    { input: { licenceId, document, idempotencyKey: 'numbered' } },
  );
  return document;
}

/** Once the document is out: what was recorded of its signatures. */
async function issued(document: string): Promise<readonly string[]> {
  for (;;) {
    const { commits } = await log.backbone.store.readStream(licenceStream(licenceId as LicenceId));
    const events = commits.flatMap((commit) => commit.events);
    const about = events.filter(({ data }) => (data as { readonly document?: string }).document === document);
    const types = about.map(({ type }) => type).filter((type) => /Signature|Issued/u.test(type));
    if (types.includes('DocumentIssued')) return types;
    await wait(200);
  }
}

it('a decision about a licence is fetched as soon as the service calls, signature by signature', async () => {
  service.behaviour.patience = Infinity;
  service.transactions.clear();
  const document = await numberedSuspension();
  expect(await oneAwaited('demo-director', 'SIGN_DOCUMENT')).toMatchObject({ holder: 'demo-director' });
  expect(await (await call({ licenceId, document, role: 'person', attempt: 2 })).json()).toStrictEqual({
    outcome: 'notAwaited',
  });
  service.behaviour.patience = 0;
  service.behaviour.patienceOf = { organisation: Infinity };
  expect(await (await callAbout('person')).json()).toStrictEqual({ outcome: 'noted' });
  await oneAwaited('demo-records', 'SEAL_DOCUMENT');
  service.behaviour.patienceOf = {};
  expect(await (await callAbout('organisation')).json()).toStrictEqual({ outcome: 'noted' });
  const signing = await issued(document);
  expect(signing).toStrictEqual([
    'DocumentSignatureRequested',
    'DocumentSignatureAnswered',
    'DocumentSignatureRequested',
    'DocumentSignatureAnswered',
    'DocumentIssued',
  ]);
  expect(service.transactions.size).toBe(2);
  expect(await timersFired(instance.engines.temporalAddress, `licence/${licenceId}`)).toBe(0);
  expect(await log.faults()).toStrictEqual([]);
});
