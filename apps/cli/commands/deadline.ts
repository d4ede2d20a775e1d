import type { Command } from 'commander';
import { explainDeadline } from '#libs/calendar/explanation.js';
import { decisionQuestion } from '#libs/dossier/times.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { CliError } from '../cli-error.js';
import { print, printJson, withBackbone } from './open-log.js';

export function addDeadlineCommands(program: Command): void {
  program
    .command('deadline')
    .description('the legal clock')
    .command('explain <dossier-id>')
    .description('how the date of a dossier follows from law, calendar and what happened, day by day')
    .option('--json', 'as JSON', false)
    .action(explain);
}

async function explain(id: string, { json }: { readonly json: boolean }): Promise<void> {
  const explanation = await withBackbone(async ({ reader, books }) => {
    const read = await reader.findDossier(id as DossierId);
    if (!read) throw new CliError(`The log has no dossier ${id}`);
    const { acceptance } = read.dossier;
    if (!acceptance) throw new CliError('No clock runs yet: the dossier is not accepted');
    return explainDeadline(books.calendar, decisionQuestion(read.procedure, acceptance));
  });
  if (json) printJson(explanation);
  else for (const { text } of explanation.steps) print(`${text.vi}\n    ${text.en}`);
}
