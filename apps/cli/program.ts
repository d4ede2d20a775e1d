import { Command } from 'commander';
import { addCalendarCommands } from './commands/calendar.js';
import { addDeadlineCommands } from './commands/deadline.js';
import { addDossierCommands } from './commands/dossier.js';
import { addProcedureCommands } from './commands/procedure.js';
import { addProjectionsCommands } from './commands/projections.js';
import { addStoryCommand } from './commands/story.js';
import { addUpCommand } from './commands/up.js';

export function createProgram(): Command {
  const program = new Command('hoso')
    .description('Event-sourced workflow engine for licence dossiers')
    .showHelpAfterError('(add --help for what can be said)')
    .exitOverride();
  addUpCommand(program);
  addStoryCommand(program);
  addDossierCommands(program);
  addDeadlineCommands(program);
  addCalendarCommands(program);
  addProcedureCommands(program);
  addProjectionsCommands(program);
  return program;
}
