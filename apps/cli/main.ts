import { CommanderError } from 'commander';
import { CliError } from './cli-error.js';
import { createProgram } from './program.js';

/** One clear line for what went wrong; a fault of ours keeps its stack, since somebody must read it. */
function explain(error: unknown): string {
  if (error instanceof CliError) return error.message;
  if (error instanceof Error && hasOwnSentence(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Errors of the engines, the configuration and the procedures are written for the person at the terminal. */
function hasOwnSentence(error: Error): boolean {
  return ['EngineError', 'ConfigError', 'ProcedureFaults', 'LogUnavailable'].includes(error.name);
}

/** Whoever reads what we print may have seen enough: `hoso … | head` is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  const program = await createProgram(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`hoso: ${explain(error)}\n`);
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
}
