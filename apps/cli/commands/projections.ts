import type { Command } from 'commander';
import type { Backbone } from '#libs/backbone/backbone.js';
import { checkReadModels } from '#libs/projections/check.js';
import { Generations } from '#libs/projections/generations.js';
import { allProjections, readModelNames } from '#libs/projections/read-models.js';
import { rebuildProjections, type RebuildSource } from '#libs/projections/rebuild.js';
import { CliError } from '../cli-error.js';
import { print, printJson, withBackbone } from './open-log.js';

export function addProjectionsCommands(program: Command): void {
  const projections = program.command('projections').description('the read models that screens show');
  projections
    .command('rebuild [name...]')
    .description(
      `build read models anew from the log beside the live ones, then switch (${readModelNames.join(', ')})`,
    )
    .option('--json', 'as JSON', false)
    .action(rebuild);
  projections
    .command('check')
    .description('compare every row of the read models with the log, and name what differs')
    .option('--json', 'as JSON', false)
    .action(check);
}

interface JsonOption {
  readonly json: boolean;
}

async function rebuild(names: readonly string[], { json }: JsonOption): Promise<void> {
  const unknown = names.find((name) => !readModelNames.includes(name));
  if (unknown !== undefined)
    throw new CliError(`There is no read model ${unknown}; there are ${readModelNames.join(', ')}`);
  const chosen = allProjections.filter(({ name }) => names.length === 0 || names.includes(name));
  const generations = await withBackbone((backbone) =>
    rebuildProjections(chosen, sourceOf(backbone), {
      onProgress: ({ position, tail }) =>
        void process.stderr.write(`rebuilt ${position} of ${tail} commits\n`),
    }),
  );
  if (json) printJson(Object.fromEntries(generations));
  else for (const [name, generation] of generations) print(`${name}: generation ${generation} is live`);
}

async function check({ json }: JsonOption): Promise<void> {
  const report = await withBackbone((backbone) => checkReadModels(allProjections, sourceOf(backbone)));
  if (json) printJson(report);
  else {
    for (const { model, rows, position } of report.models)
      print(`${model}: ${rows} rows compared up to position ${position}`);
    for (const { model, id, path, expected, found } of report.drifts) {
      print(
        `${model} ${id} ${path}: the log says ${JSON.stringify(expected)}, the row ${JSON.stringify(found)}`,
      );
    }
    print(report.drifts.length === 0 ? 'no drift' : `${report.drifts.length} differences`);
  }
  if (report.drifts.length > 0) process.exitCode = 1;
}

function sourceOf({ store, connection, books, clock }: Backbone): RebuildSource {
  return { store, generations: new Generations(connection, clock), rules: books };
}
