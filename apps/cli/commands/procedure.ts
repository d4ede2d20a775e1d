import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { loadForms } from '#libs/procedures/load-forms.js';
import { loadProcedures, ProcedureFaults } from '#libs/procedures/load-procedures.js';
import type { ProcedureFault } from '#libs/procedures/fault.js';
import { stagesOf } from '#libs/procedures/stages.js';
import { CliError } from '../cli-error.js';
import { print, printJson } from './open-log.js';

export function addProcedureCommands(program: Command): void {
  program
    .command('procedure')
    .description('procedures as data')
    .command('check [folder]')
    .description('check every version of every procedure, shape and sense, and list all faults at once')
    .option('--json', 'as JSON', false)
    .action(check);
}

async function check(folder: string | undefined, { json }: { readonly json: boolean }): Promise<void> {
  if (folder !== undefined && !(await isFolder(folder))) throw new CliError(`There is no folder ${folder}`);
  const forms = (await loadForms()).ids();
  const source = { demonstration: true, forms, ...(folder === undefined ? {} : { folder }) };
  const { faults, procedures } = await loadProcedures(source).then(
    (book) => ({ faults: [], procedures: book.list() }),
    (error: unknown) => ({ faults: faultsOf(error), procedures: [] }),
  );
  const found = procedures.map((procedure) => ({
    id: procedure.id,
    version: procedure.version,
    stages: stagesOf(procedure),
    provisional: procedure.provisional.length,
  }));
  if (json) printJson({ faults, procedures: found });
  else for (const line of [...faults.map(faultLine), ...found.map(soundLine)]) print(line);
  if (faults.length > 0) process.exitCode = 1;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function faultsOf(error: unknown): readonly ProcedureFault[] {
  if (error instanceof ProcedureFaults) return error.faults;
  throw error;
}

function faultLine({ path, message }: ProcedureFault): string {
  return `${path}: ${message.vi} (${message.en})`;
}

interface Sound {
  readonly id: string;
  readonly version: string;
  readonly stages: readonly string[];
  readonly provisional: number;
}

function soundLine({ id, version, stages, provisional }: Sound): string {
  return `${id} ${version}: sound, ${stages.join(' → ')}${mark(provisional)}`;
}

function mark(provisional: number): string {
  return provisional === 0 ? '' : `, ${provisional} values provisional: decides in demonstrations only`;
}
