import type { Command } from 'commander';
import { loadForms } from '#libs/procedures/load-forms.js';
import { loadProcedures, ProcedureFaults } from '#libs/procedures/load-procedures.js';
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
  const forms = (await loadForms()).ids();
  try {
    const source = { demonstration: true, forms, ...(folder === undefined ? {} : { folder }) };
    const procedures = (await loadProcedures(source)).list();
    const found = procedures.map(({ id, version, provisional }) => ({
      id,
      version,
      provisional: provisional.length,
    }));
    if (json) printJson({ faults: [], procedures: found });
    else
      for (const { id, version, provisional } of found) print(`${id} ${version}: sound${mark(provisional)}`);
  } catch (error) {
    if (!(error instanceof ProcedureFaults)) throw error;
    if (json) printJson({ faults: error.faults, procedures: [] });
    else for (const { path, message } of error.faults) print(`${path}: ${message.vi} (${message.en})`);
    process.exitCode = 1;
  }
}

function mark(provisional: number): string {
  return provisional === 0 ? '' : `, ${provisional} values provisional: decides in demonstrations only`;
}
