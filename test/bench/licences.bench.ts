/** SLEEP and DUE: many licences that sleep, and many that are due in the same minute while clerks go on working. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client as Temporal, Connection } from '@temporalio/client';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { readConfig } from '#libs/config/config.js';
import { SYSTEM } from '#libs/commands/system.js';
import type { Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { moved, workflowTypes } from '../../workflows/messages.js';
import { inDays } from '../gateway/support/opened-licence.js';
import { PROCEDURE } from '../gateway/support/filing.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { bareWorkflows } from './bare-workflows.js';
import { Desk, timesOf } from './desk.js';
import { type Figure, figureOf, median } from './figure.js';
import { inFlight } from './in-flight.js';
import { heldMb } from './memory.js';
import { shares, usedBy } from './cpu.js';

const SLEEPING = 10_000;
const DUE = 1_000;
/** The floor is measured on fewer, and stands for as many. */
const BARE = 200;
const AT_ONCE = 32;
const YEAR_MS = 365 * 86_400_000;
/** What counts as rest: so little of a processor over so long that every heap was looked at, and collected, while nothing ran. */
const AT_REST = { processor: 0.02, ms: 25_000 } as const;
const LOOK_EVERY_MS = 250;
/** Between two commands of the clerks: together they give some twenty in a second, which is a busy province. */
const CLERKS_REST_MS = 50;
const COMMANDS_AT_REST = 64;

export async function licenceFigures(): Promise<readonly Figure[]> {
  const instance = await startInstance();
  const connection = await Connection.connect({ address: instance.engines.temporalAddress });
  const temporal = new Temporal({ connection });
  const backbone = await openBackbone(readConfig(instance.environment));
  try {
    const desk = await Desk.open(instance);
    await timesOf((index) => desk.command(index));
    const due = await dueAtOnce(instance, { desk, temporal, backbone });
    return [...due, await asleep(instance, temporal)];
  } finally {
    await backbone.close();
    await connection.close();
    await instance.stop();
  }
}

/** What the worker holds with many licences asleep; what a sleeping one costs in processor time is told beside it. */
async function asleep(instance: TestInstance, { workflow }: Temporal): Promise<Figure> {
  const worker = [instance.pid('worker') ?? 0];
  const floor = await heldMb(worker);
  const wakeAt = new Date(Date.now() + YEAR_MS).toISOString();
  const news = { version: 1, stage: 'inForce', wakeAt, wakeFor: 'remindObligation' };
  await inFlight(AT_ONCE, SLEEPING, async (n) => {
    await workflow.signalWithStart(workflowTypes.licence, {
      workflowId: `licence/sleeping-${n}`,
      taskQueue: 'hoso',
      args: [{ id: `sleeping-${n}` }],
      signal: moved,
      signalArgs: [news],
    });
  });
  const used = await comeToRest(instance);
  const name = `memory of the worker with ${SLEEPING} licences asleep, which then uses ${(used * 100).toFixed(1)} % of a processor (floor: before)`;
  return figureOf({ id: 'SLEEP', name, unit: 'MB' }, [{ value: await heldMb(worker), floor }]);
}

/** Once every workflow was begun and nothing is compiled or collected any more; the share of a processor that is used then. */
async function comeToRest(instance: TestInstance): Promise<number> {
  const seconds = async () => (await usedBy(instance)).get('worker') ?? 0;
  for (;;) {
    const before = await seconds();
    await wait(AT_REST.ms);
    const share = (((await seconds()) - before) * 1000) / AT_REST.ms;
    if (share < AT_REST.processor) return share;
  }
}

interface Means {
  readonly desk: Desk;
  readonly temporal: Temporal;
  readonly backbone: Backbone;
}

/** They come due while the worker is down: from its return to the last reminder in the log, and what a clerk feels of it. */
async function dueAtOnce(
  instance: TestInstance,
  { desk, temporal, backbone }: Means,
): Promise<readonly Figure[]> {
  const floor = await barely(instance, temporal);
  const atRest = median(await felt(desk, (given) => given === COMMANDS_AT_REST));
  await instance.kill('worker');
  await openAll(backbone);
  await allBegun(temporal);
  const before = await usedBy(instance);
  const begun = performance.now();
  const reminded = instance.restart('worker').then(() => allReminded(backbone));
  let isOver = false;
  void reminded.then(() => (isOver = true));
  const meanwhile = await felt(desk, () => isOver);
  await reminded;
  const took = performance.now() - begun;
  const used = shares(before, await usedBy(instance), took);
  const name = `${DUE} licences that are due when the worker comes back, until the last holder is reminded (floor: as many bare workflows of 8 signals and 3 activities); processors: ${used}`;
  const feltName = 'a command of a clerk meanwhile, some twenty a second, p50 (floor: at rest)';
  return [
    figureOf({ id: 'DUE', name, unit: 's' }, [{ value: took / 1000, floor }]),
    figureOf({ id: 'DUE-P1', name: feltName, unit: 'ms' }, [{ value: median(meanwhile), floor: atRest }]),
  ];
}

async function barely({ engines }: TestInstance, temporal: Temporal): Promise<number> {
  const bare = await bareWorkflows(temporal, engines.temporalAddress);
  const begun = performance.now();
  await inFlight(AT_ONCE, BARE, () => bare.one());
  const seconds = ((performance.now() - begun) / 1000) * (DUE / BARE);
  await bare.stop();
  return seconds;
}

/** How long each command of a clerk takes, in milliseconds, until it is enough. */
async function felt(desk: Desk, isEnough: (given: number) => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  while (!isEnough(times.length)) {
    const begun = performance.now();
    await desk.command(times.length);
    times.push(performance.now() - begun);
    await wait(CLERKS_REST_MS);
  }
  return times;
}

/** Temporal has heard of every one, and has the first step of each in hand. */
async function allBegun({ workflow }: Temporal): Promise<void> {
  const count = async () => (await workflow.count(`WorkflowType = "${workflowTypes.licence}"`)).count;
  while ((await count()) < DUE) await wait(LOOK_EVERY_MS);
}

/** Each with a report whose reminders before the day have all come due by now. */
async function openAll(backbone: Backbone): Promise<void> {
  const { procedures } = backbone.books;
  const procedure = procedures.on(PROCEDURE, inDays(0));
  if (!procedure) throw new Error('No procedure is in force');
  await inFlight(AT_ONCE, DUE, async (n) => {
    const id = `due-${n}` as LicenceId;
    const command: LicenceCommand = {
      type: 'openLicence',
      data: {
        licenceId: id,
        dossierId: `due-dossier-${n}` as DossierId,
        dossierCode: `DUE-${n}`,
        procedure: procedures.reference(procedure),
        agency: procedure.competentAgency,
        holder: 'demo-applicant' as PersonId,
        text: `${n}/GP-TTĐT`,
        certificate: 'c'.repeat(64) as Digest,
        issuedOn: inDays(-300),
        expiresOn: inDays(40),
      },
    };
    const common = { actor: SYSTEM, idempotencyKey: 'openLicence', correlationId: `licence/${id}` };
    await backbone.commands.licence({ id, command, ...common });
  });
}

async function allReminded({ reader }: Backbone): Promise<void> {
  const isReminded = async (n: number): Promise<boolean> =>
    ((await reader.findLicence(`due-${n}` as LicenceId))?.licence.version ?? 0) > 1;
  for (let n = 0; n < DUE;) {
    if (await isReminded(n)) n += 1;
    else await wait(LOOK_EVERY_MS);
  }
}
