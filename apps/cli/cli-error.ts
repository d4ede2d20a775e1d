/** What went wrong in one sentence for the person at the terminal; ends the command with exit code 1. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
