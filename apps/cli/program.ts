import { Command } from 'commander';

type Add = (program: Command) => unknown;

const commands: Readonly<Record<string, () => Promise<Add>>> = {
  up: async () => (await import('./commands/up.js')).addUpCommand,
  story: async () => (await import('./commands/story.js')).addStoryCommand,
  demo: async () => (await import('./commands/demo.js')).addDemoCommand,
  dossier: async () => (await import('./commands/dossier.js')).addDossierCommands,
  form: async () => (await import('./commands/form.js')).addFormCommands,
  document: async () => (await import('./commands/document.js')).addDocumentCommands,
  deadline: async () => (await import('./commands/deadline.js')).addDeadlineCommands,
  calendar: async () => (await import('./commands/calendar.js')).addCalendarCommands,
  procedure: async () => (await import('./commands/procedure.js')).addProcedureCommands,
  projections: async () => (await import('./commands/projections.js')).addProjectionsCommands,
  simulate: async () => (await import('./commands/simulate.js')).addSimulateCommands,
  summary: async () => (await import('./commands/summary.js')).addSummaryCommand,
  workflows: async () => (await import('./commands/workflows.js')).addWorkflowsCommands,
};

/** Only the command that was asked for is loaded, since `up` stays in memory; without a known one all are there for the help. */
export async function createProgram(asked = ''): Promise<Command> {
  const program = new Command('hoso')
    .description('Event-sourced workflow engine for licence dossiers')
    .showHelpAfterError('(add --help for what can be said)')
    .exitOverride();
  const names = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
  for (const name of names) (await commands[name]?.())?.(program);
  return program;
}
