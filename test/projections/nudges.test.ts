import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { Projector } from '#libs/projections/projector.js';
import { licenceStream } from '#libs/kernel/ids.js';
import { type LocalDate, systemClock } from '#libs/kernel/time.js';
import { openWorkflowGate, type WorkflowGate } from '../../apps/projector/nudge-workflows.js';
import { Delivery } from '../../apps/projector/nudges/delivery.js';
import type { Nudge } from '#libs/nudges/nudge.js';
import { nudgeFollower } from '../../apps/projector/nudges/nudge-follower.js';
import { NudgeLedger } from '#libs/nudges/nudge-ledger.js';
import { sweep, type WorkflowSight } from '#libs/nudges/sweep.js';
import { testEngines } from '../support/engines.js';
import { type Office, openOffice, projectRest, storyRules } from './office.js';
import { freePort } from './projector-process.js';
import { storyId, storyLicenceId, tell } from './stories.js';

let office: Office;
let ledger: NudgeLedger;
let projector: Projector;
let nudged: Nudge[];
const taskQueue = testEngines().databaseName();
const running = new AbortController().signal;
const quiet = { onTold: () => undefined, onTrouble: () => undefined };

beforeEach(async () => {
  office = await openOffice();
  ledger = new NudgeLedger(office.connection);
  await ledger.prepare();
  nudged = [];
  const followers = [nudgeFollower(ledger, { onNoted: () => undefined })];
  projector = new Projector({ ...office, projections: [], followers });
  await projector.open();
});
afterEach(() => office.close());

/** Pays all debts to workflows that only remember what they were told. */
async function told(): Promise<readonly string[]> {
  nudged = [];
  const delivery = new Delivery(ledger, async (nudge) => void nudged.push(nudge), quiet);
  expect(await delivery.payAll(running)).toBe(true);
  return nudged.map(({ workflow, news }) => `${workflow} v${news.version} ${news.stage}`);
}

describe('workflows are told', () => {
  it('once per batch, the newest news', async () => {
    await office.tell([1], 3);
    await projectRest(office.store, projector);
    expect(await told()).toStrictEqual(['dossier v3 appraisal']);
    expect(nudged[0]).toMatchObject({ id: storyId(1), procedure: 'beekeeping-licence', open: true });
    expect(await told()).toStrictEqual([]);
  });

  it('only when they would otherwise sleep through it', async () => {
    const heard: string[] = [];
    await office.tell([1]);
    for (const commit of await office.store.readAfter(0, 100)) {
      await projector.project([commit]);
      heard.push(`${commit.command}: ${(await told()).join()}`);
    }
    expect(heard).toStrictEqual([
      'submitDossier: dossier v1 receipt',
      'acceptDossier: dossier v2 completeness',
      'confirmCompleteness: dossier v3 appraisal',
      'claimTask: ',
      'askOpinions: dossier v6 appraisal',
      'giveOpinion: ',
      'giveOpinion: ',
      'recordAppraisal: ',
      'proposeDecision: dossier v10 decision',
      'grantLicence: dossier v11 certificate',
      'allocateLicenceNumber: dossier v12 certificate',
      'issueCertificate: ',
      'openLicence: licence v1 inForce',
      'enterLicence: ',
      'handOverResult: dossier v15 closed',
    ]);
  });

  it('what others than their own activities did, machines among them', async () => {
    await office.tell([1]);
    await projectRest(office.store, projector);
    await told();
    const returned = { returnedOn: '2026-12-01' as LocalDate, reason: 'stopped' };
    const step = {
      stream: licenceStream(storyLicenceId(1)),
      command: 'returnLicence',
      actor: 'system',
      role: 'system',
      correlationId: `dossier/${storyId(2)}`,
      events: [{ type: 'LicenceReturned', data: returned } as const],
    };
    await tell(office.store, [[step]], storyRules.reference);
    await projectRest(office.store, projector);
    expect(await told()).toStrictEqual(['licence v2 returned']);
  });

  it('again when they could not be told, and what nobody can be told stays written down', async () => {
    await office.tell([1, 2], 1);
    await projectRest(office.store, projector);
    const troubles: unknown[] = [];
    const failing = new Delivery(ledger, () => Promise.reject(new Error('away')), {
      ...quiet,
      onTrouble: (error) => void troubles.push(error),
    });
    expect(await failing.payAll(running)).toBe(false);
    expect(troubles).toStrictEqual([new Error('away')]);
    expect(await ledger.countOwed()).toBe(2);
    await office.tell([3], 1);
    await projectRest(office.store, projector);
    expect((await told()).length).toBe(3);
  });

  it('of what came while they were being told', async () => {
    await office.tell([1], 2);
    const [first, second] = await office.store.readAfter(0, 2);
    await projector.project([first!]);
    const owed = await ledger.listOwed(10);
    await projector.project([second!]);
    await ledger.settle(owed);
    expect(await told()).toStrictEqual(['dossier v2 completeness']);
  });

  it('of what came while the log was read for those that Temporal lost', async () => {
    await office.tell([1], 2);
    await projectRest(office.store, projector);
    await told();
    const [entry] = await ledger.find([`dossier/${storyId(1)}`]);
    const { workflow, subjectId: id, procedure, open, news, changedAt } = entry!;
    const before = { ...news, version: 1, stage: 'receipt' };
    await ledger.rewrite([{ workflow, id, procedure, open, news: before, changedAt, mustHear: true }]);
    expect(await told()).toStrictEqual(['dossier v2 completeness']);
  });

  it('not twice by a batch that comes again', async () => {
    await office.tell([1], 2);
    const commits = await office.store.readAfter(0, 10);
    await projector.project(commits);
    await told();
    await office.connection.collection('rm_checkpoints').deleteMany({});
    await projector.open();
    await projector.project(commits);
    expect(await told()).toStrictEqual([]);
  });
});

describe('a sweep', () => {
  const sees = (
    workflows: Readonly<Record<string, { stage: string; wakeAt: string | null }>>,
    atWork: readonly string[] = [],
  ): WorkflowSight => ({
    isAtWork: (workflowId) => Promise.resolve(atWork.includes(workflowId)),
    async *listRunning(workflow) {
      for (const [workflowId, shown] of Object.entries(workflows)) {
        if (workflowId.startsWith(workflow)) yield { workflowId, ...shown };
      }
    },
  });

  it('finds workflows that are missing, stand elsewhere, would oversleep, or outlived their subject', async () => {
    await office.tell([1, 2, 3, 4], 2);
    await office.tell([11], 3);
    await projectRest(office.store, projector);
    await told();
    const [entry] = await ledger.find([`dossier/${storyId(1)}`]);
    const wakeAt = entry?.news.wakeAt ?? null;
    const report = await sweep(
      ledger,
      sees({
        [`dossier/${storyId(1)}`]: { stage: 'completeness', wakeAt },
        [`dossier/${storyId(2)}`]: { stage: 'receipt', wakeAt },
        [`dossier/${storyId(3)}`]: { stage: 'completeness', wakeAt: '2099-01-01T00:00:00.000Z' },
        [`dossier/${storyId(11)}`]: { stage: 'completeness', wakeAt },
      }),
      systemClock,
    );
    expect(report).toStrictEqual({
      open: 4,
      running: 4,
      leftBehind: [4, 2, 3, 11].map((index) => `dossier/${storyId(index)}`),
    });
    expect((await told()).length).toBe(4);
  });

  it('leaves those alone that have yet to hear, or do something: they were once told every minute', async () => {
    await office.tell([1, 2], 2);
    await projectRest(office.store, projector);
    await told();
    const [busy, resting] = [1, 2].map((index) => `dossier/${storyId(index)}`) as [string, string];
    const before = { stage: 'receipt', wakeAt: null };
    const sight = sees({ [busy]: before, [resting]: before }, [busy]);
    expect(await sweep(ledger, sight, systemClock)).toMatchObject({ leftBehind: [resting] });
  });
});

describe('on a real Temporal', () => {
  let gate: WorkflowGate;
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    const { temporalAddress } = testEngines();
    gate = await openWorkflowGate({ temporalAddress, temporalNamespace: 'default', taskQueue });
    connection = await Connection.connect({ address: temporalAddress });
    client = new Client({ connection });
  });
  afterAll(async () => {
    await gate.close();
    await connection.close();
  });

  const nudge = (id: string, changes: Partial<Nudge> = {}): Nudge => ({
    workflow: 'dossier',
    id: `${taskQueue}-${id}`,
    procedure: 'beekeeping-licence',
    open: true,
    news: { version: 1, stage: 'receipt', wakeAt: '2026-11-16T02:00:00.000Z', wakeFor: 'remindOfficer' },
    ...changes,
  });

  it('the first nudge starts the workflow, the next ones reach the same run', async () => {
    await gate.tell(nudge('a'));
    const first = await client.workflow.getHandle(`dossier/${taskQueue}-a`).describe();
    await gate.tell(nudge('a', { news: { version: 2, stage: 'completeness', wakeAt: null, wakeFor: null } }));
    const second = await client.workflow.getHandle(`dossier/${taskQueue}-a`).describe();
    expect([first.type, first.status.name, second.runId]).toStrictEqual(['dossier', 'RUNNING', first.runId]);
    expect(first.searchAttributes).toMatchObject({
      HosoStage: ['receipt'],
      HosoProcedure: ['beekeeping-licence'],
    });
    // No worker is there that it could have heard by.
    expect(await gate.sight.isAtWork(`dossier/${taskQueue}-a`)).toBe(true);
    await client.workflow.getHandle(`dossier/${taskQueue}-a`).terminate();
  });

  it('what is closed starts nothing', async () => {
    const news = { version: 3, stage: 'closed', wakeAt: null, wakeFor: null };
    await gate.tell(nudge('b', { open: false, news }));
    await expect(client.workflow.getHandle(`dossier/${taskQueue}-b`).describe()).rejects.toThrow(
      expect.objectContaining({ name: 'WorkflowNotFoundError' }),
    );
  });

  it('a server that is away is an error that can be tried again', async () => {
    const away = await openWorkflowGate({
      temporalAddress: `127.0.0.1:${await freePort()}`,
      temporalNamespace: 'default',
      taskQueue,
    });
    await expect(away.tell(nudge('c'))).rejects.toThrow(Error);
    await away.close();
  });
});
