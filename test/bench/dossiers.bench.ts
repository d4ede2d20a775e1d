/** P2: whole dossiers through all human steps, against bare workflows with as many signals and activities on the same Temporal. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client as Temporal, Connection } from '@temporalio/client';
import { GatewayClient } from '../../apps/cli/gateway-client.js';
import { DEMO_PROCEDURE } from '../../apps/cli/story/demo-procedures.js';
import { readProcedure } from '../../apps/cli/story/filing.js';
import { type Act, scriptOf, type StoryFacts } from '../../apps/cli/story/script.js';
import { Client, type Payload } from '../gateway/support/client.js';
import { filing, key } from '../gateway/support/filing.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { Caller } from './caller.js';
import { shares, usedBy } from './cpu.js';
import { type Figure, figureOf, type Run } from './figure.js';
import { inFlight } from './in-flight.js';
import { bareWorkflows } from './bare-workflows.js';

const IN_FLIGHT = 16;
const DOSSIERS = 48;
const RUNS = 3;
const LOOK_EVERY_MS = 300;

export async function dossierFigures(): Promise<readonly Figure[]> {
  const instance = await startInstance();
  const connection = await Connection.connect({ address: instance.engines.temporalAddress });
  const temporal = new Temporal({ connection });
  const barely = await bareWorkflows(temporal, instance.engines.temporalAddress);
  try {
    const office = await openOffice(instance);
    const whole = async (): Promise<void> => {
      const dossierId = await office.grant();
      await temporal.workflow.getHandle(`dossier/${dossierId}`).result();
    };
    await perSecond(whole);
    await perSecond(() => barely.one());
    return [await measured(instance, { whole, bare: () => barely.one() })];
  } finally {
    await barely.stop();
    await connection.close();
    await instance.stop();
  }
}

async function measured(
  instance: TestInstance,
  { whole, bare }: Readonly<Record<'whole' | 'bare', () => Promise<unknown>>>,
): Promise<Figure> {
  const runs: Run[] = [];
  let used = '';
  for (let run = 0; run < RUNS; run += 1) {
    const before = await usedBy(instance);
    const begun = performance.now();
    const value = await perSecond(whole);
    used = shares(before, await usedBy(instance), performance.now() - begun);
    runs.push({ value, floor: await perSecond(bare) });
  }
  const name = `whole dossiers, ${IN_FLIGHT} in flight (floor: workflows of 8 signals and 3 empty activities); processors: ${used}`;
  return figureOf({ id: 'P2', name, unit: 'dossiers/s' }, runs);
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await inFlight(IN_FLIGHT, DOSSIERS, work);
  return (DOSSIERS * 1000) / (performance.now() - begun);
}

/** Who plays which role of the script. */
const PEOPLE: Readonly<Record<string, string>> = {
  oneStopClerk: 'demo-clerk',
  specialist: 'demo-specialist',
  director: 'demo-director',
  recordsClerk: 'demo-records',
  'consulted:0': 'demo-police',
  'consulted:1': 'demo-science',
};

interface Office {
  /** One dossier from filing to the licence handed over. @returns its identifier. */
  grant(): Promise<string>;
}

async function openOffice({ gatewayUrl }: TestInstance): Promise<Office> {
  const signedIn = Object.entries(PEOPLE).map(
    async ([role, person]) => [role, await Caller.signIn(gatewayUrl, person)] as const,
  );
  const callers = new Map(await Promise.all(signedIn));
  const applicant = await Caller.signIn(gatewayUrl, 'demo-applicant');
  const application = await filing(await Client.signIn(gatewayUrl, 'demo-applicant'));
  const procedure = await readProcedure(await GatewayClient.signIn(gatewayUrl, 'demo-clerk'), DEMO_PROCEDURE);
  const facts: StoryFacts = { ...procedure, supplementPaper: { code: '', digest: '' } };
  const callerOf = (role: string): Caller => {
    const caller = callers.get(role);
    if (caller) return caller;
    throw new Error(`Nobody plays ${role}`);
  };
  return {
    async grant() {
      const input = { ...application, idempotencyKey: key() };
      let last = await applicant.command('submitDossier', 'SubmitDossierInput', input);
      const { dossierId } = last;
      for (const act of scriptOf('granted')) {
        if (act.awaits?.stage) await untilStage(callerOf('oneStopClerk'), dossierId, act.awaits.stage);
        last = await give(callerOf(act.who), last, [act, facts]);
      }
      return dossierId;
    },
  };
}

/** What waited for the worker says no version: the licence may be entered in the register at that very moment. */
async function give(
  caller: Caller,
  { dossierId, version }: Payload,
  [act, facts]: readonly [Act, StoryFacts],
): Promise<Payload> {
  const seen = act.awaits ? {} : { expectedVersion: version };
  const input = { dossierId, idempotencyKey: key(), ...seen, ...act.input(facts) };
  return caller.command(act.mutation, act.inputType, input);
}

/** The certificate is drawn by the worker; whoever hands it over looks now and then. */
async function untilStage(clerk: Caller, id: string, wanted: string): Promise<void> {
  const document = 'query ($id: ID!) { dossier(id: $id) { stage } }';
  for (;;) {
    const { dossier } = await clerk.read<{ dossier: { stage: string } | null }>(document, { id });
    if (dossier?.stage === wanted) return;
    await wait(LOOK_EVERY_MS);
  }
}
