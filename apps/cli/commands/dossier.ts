import type { Command } from 'commander';
import type { Backbone } from '#libs/backbone/backbone.js';
import { fromStored } from '#libs/commands/stored-events.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { Commit } from '#libs/event-store/commit.js';
import { dossierStream, type DossierId } from '#libs/kernel/ids.js';
import { differences } from '#libs/projections/differences.js';
import { CliError } from '../cli-error.js';
import { dossierWithCode } from '../dossiers-in-log.js';
import { print, printJson, withBackbone } from './open-log.js';

interface DossierOptions {
  readonly json: boolean;
  readonly at?: string;
}

interface DiffOptions extends DossierOptions {
  readonly from: string;
  readonly to: string;
}

export function addDossierCommands(program: Command): void {
  const dossier = program
    .command('dossier')
    .description('read a dossier from the log, as it is or as it was');
  dossier
    .command('show <code-or-id>')
    .description('where a dossier stands now')
    .option('--json', 'as JSON', false)
    .action((which: string, options: DossierOptions) => replay(which, options));
  dossier
    .command('replay <code-or-id>')
    .description('every commit of a dossier, or its state as the log had it at a position or instant')
    .option('--at <position|instant>', 'as of this position of the log or ISO 8601 instant')
    .option('--json', 'as JSON', false)
    .action((which: string, options: DossierOptions) =>
      options.at === undefined ? history(which, options) : replay(which, options),
    );
  dossier
    .command('diff <code-or-id> <from> <to>')
    .description('what differs in a dossier between two positions or instants')
    .option('--json', 'as JSON', false)
    .action((...[which, from, to, options]: [string, string, string, DossierOptions]) =>
      diff(which, { from, to, ...options }),
    );
}

async function replay(which: string, { at, json }: DossierOptions): Promise<void> {
  const state = await withBackbone(async (backbone) => stateAt(await commitsOf(backbone, which), at));
  if (json) printJson(state);
  else print(JSON.stringify(state, null, 2));
}

async function history(which: string, { json }: DossierOptions): Promise<void> {
  const commits = await withBackbone((backbone) => commitsOf(backbone, which));
  if (json) {
    printJson(commits);
    return;
  }
  for (const { position, recordedAt, actor, command, events, rules } of commits) {
    const under = rules.procedure ? `${rules.procedure.id} ${rules.procedure.version}` : '';
    print(
      `${String(position).padStart(7)}  ${recordedAt}  ${actor.id.padEnd(20)} ${command.padEnd(22)} ${under}`,
    );
    for (const event of events) print(`${' '.repeat(9)}${event.type}`);
  }
}

async function diff(which: string, { from, to, json }: DiffOptions): Promise<void> {
  const commits = await withBackbone((backbone) => commitsOf(backbone, which));
  const found = differences(stateAt(commits, from), stateAt(commits, to));
  if (json) printJson(found);
  else if (found.length === 0) print('nothing differs');
  else for (const { path, expected, found: now } of found) print(`${path}: ${show(expected)} → ${show(now)}`);
}

const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** By its id, or by its code through the event that gave it. */
export async function commitsOf(backbone: Backbone, which: string): Promise<readonly Commit[]> {
  const { store } = backbone;
  const byId = await store.readStream(dossierStream(which as DossierId));
  if (byId.commits.length > 0) return byId.commits;
  const id = await dossierWithCode(backbone, which);
  if (id === undefined) throw new CliError(`The log has no dossier ${which}`);
  return (await store.readStream(dossierStream(id))).commits;
}

function stateAt(commits: readonly Commit[], at: string | undefined): Dossier {
  const seen = at === undefined ? commits : commits.filter((commit) => isBy(commit, at));
  const state = foldDossier(
    seen.flatMap(({ events }) => events.map((event) => fromStored<DossierEvent>(event))),
  );
  if (state) return state;
  throw new CliError(`The dossier did not exist yet at ${at}`);
}

function isBy({ position, recordedAt }: Commit, at: string): boolean {
  if (/^\d+$/u.test(at)) return position <= Number(at);
  const instant = Date.parse(at);
  if (Number.isNaN(instant))
    throw new CliError(`${at} is neither a position of the log nor an ISO 8601 instant`);
  return Date.parse(recordedAt) <= instant;
}
