import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Backbone } from '#libs/backbone/backbone.js';
import { NudgeLedger } from '#libs/nudges/nudge-ledger.js';
import { oweAllOpen } from '#libs/nudges/owe-all-open.js';
import { compareWorkflows } from '#libs/nudges/sweep.js';
import { sweepSight } from '#workflows/from-outside.js';
import { CliError } from '../cli-error.js';
import { print, printJson, withBackbone } from './open-log.js';

export function addWorkflowsCommands(program: Command): void {
  const workflows = program.command('workflows').description('the workflows of open dossiers and licences');
  workflows
    .command('restore')
    .description('start the workflow of everything open anew from the log: after Temporal has lost its data')
    .option('--json', 'as JSON', false)
    .action(restore);
  workflows
    .command('check')
    .description('compare everything open with the workflows that run, and name those that are missing')
    .option('--json', 'as JSON', false)
    .action(check);
}

interface JsonOption {
  readonly json: boolean;
}

async function restore({ json }: JsonOption): Promise<void> {
  const report = await withBackbone(async ({ connection, store, books }) => {
    const ledger = new NudgeLedger(connection);
    await ledger.prepare();
    const { procedures, calendarOf } = books;
    const open = await oweAllOpen(ledger, { store, procedures, calendarOf });
    process.stderr.write(`${open} open dossiers and licences; their workflows are being told\n`);
    await untilTold(ledger);
    return { open };
  });
  if (json) printJson(report);
  else print(`every workflow knows where its dossier or licence stands: ${report.open}`);
}

const LOOK_EVERY_MS = 250;
/** The projector tells thousands in this time; where it tells none, something is away. */
const PATIENCE_MS = 30_000;

/** The projector alone speaks to workflows. Its debts shrink while it pays, however many there are. */
async function untilTold(ledger: NudgeLedger): Promise<void> {
  let fewest = await ledger.countOwedOpen();
  let giveUpAt = performance.now() + PATIENCE_MS;
  for (let owed = fewest; owed > 0; owed = await ledger.countOwedOpen()) {
    if (owed < fewest) giveUpAt = performance.now() + PATIENCE_MS;
    fewest = Math.min(fewest, owed);
    if (performance.now() > giveUpAt) throw new CliError(stillOwed(owed));
    await wait(LOOK_EVERY_MS);
  }
}

const stillOwed = (owed: number): string =>
  `${owed} workflows are written down and still to be told: the projector tells them as soon as it runs and Temporal answers`;

async function check({ json }: JsonOption): Promise<void> {
  const report = await withBackbone(async (backbone, { temporalAddress, temporalNamespace }) => {
    const owed = await new NudgeLedger(backbone.connection).countOwedOpen();
    return { ...(await compare(backbone, temporalAddress, temporalNamespace)), owed };
  });
  if (json) printJson(report);
  else {
    print(
      `${report.open} open and at rest, ${report.running} workflows run, ${report.owed} still to be told`,
    );
    for (const id of report.leftBehind) print(`left behind: ${id}`);
  }
  if (report.leftBehind.length > 0) process.exitCode = 1;
}

async function compare({ connection, clock }: Backbone, address: string, namespace: string) {
  const { Client, Connection } = await import('@temporalio/client');
  const temporal = await Connection.connect({ address, connectTimeout: '3 seconds' }).catch(
    (cause: unknown) => {
      throw new CliError(`No Temporal answers at ${address}`, { cause });
    },
  );
  try {
    const client = new Client({ connection: temporal, namespace });
    return await compareWorkflows(new NudgeLedger(connection), sweepSight(client), clock);
  } finally {
    await temporal.close();
  }
}
