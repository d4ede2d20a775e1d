#!/usr/bin/env node
/** The one entry of every npm script. Plain JavaScript for Node ≥ 20 without packages: it runs before anything is installed. */
import { fileURLToPath } from 'node:url';
import { isNodeNewEnough, runAgainOnOwnNode } from './node24.mjs';
import { HostError, say } from './say.mjs';
import { isOurChild } from './started-by.mjs';

const HELP = `node docker/host/run.mjs <command> [arguments]   (npm start, npm test, npm run check, …)

  start   engines, gateway, worker and projector; Ctrl-C stops all
  test    every test but the benchmarks, on servers it starts itself; arguments go to Jest
  check   format, lint, types, boundaries, dead code, unit tests
  bench   the figures, each as a ratio to a raw floor
  hoso    the command line: npm run -s hoso -- --help
  build   dist/ from the sources, with the workflow bundle

What is missing (Node 24 on Linux x64, packages, dist) is fetched or built first; progress goes to stderr.
`;

async function main([command, ...args]) {
  if (command === undefined || command === '--help' || command === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (!isNodeNewEnough()) return runAgainOnOwnNode(fileURLToPath(import.meta.url), [command, ...args]);
  const { commands } = await import('./commands.mjs');
  if (!Object.hasOwn(commands, command)) throw new HostError(`there is no command "${command}"; see --help`);
  return commands[command](args);
}

if (isOurChild) await import('./parent-watch.mjs');

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  say(error instanceof HostError ? error.message : error.stack);
  process.exit(1);
}
