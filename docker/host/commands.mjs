import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { runInForeground } from './child.mjs';
import { dist, inRoot, tools } from './folders.mjs';
import { ensureInstalled } from './install.mjs';
import { HostError } from './say.mjs';
import { isOurChild } from './started-by.mjs';

const compileCache = join(tools, 'compile-cache');
const parentWatch = pathToFileURL(inRoot('docker', 'host', 'parent-watch.mjs')).href;
const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
const sourceHooks = pathToFileURL(inRoot('test', 'support', 'source-hooks.mjs')).href;

/** What waits and hands on needs no compilers: 20 MB less. The client library of Docker does: part of it is WebAssembly. */
const compilers = process.env.HOSO_ENGINES === 'docker' ? [] : ['--lite-mode'];
const small = [...compilers, '--max-semi-space-size=1'];

const jestOptions = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

export const commands = {
  start: (args) => runCommandLine(['up', ...args]),
  hoso: (args) => runCommandLine(args),
  test: (args) =>
    afterInstall(async () => {
      await ensureBuilt();
      return runNode([jest, ...args], { NODE_OPTIONS: jestOptions });
    }),
  check: () => afterInstall(async () => (await ensureBuilt(), check())),
  bench: (args) =>
    afterInstall(async () => {
      await ensureBuilt();
      return runNode(['-C', 'source', '--import', sourceHooks, inRoot('test', 'bench', 'main.ts'), ...args]);
    }),
  build: () => afterInstall(async () => (await ensureBuilt(), 0)),
};

async function afterInstall(work) {
  await ensureInstalled();
  return work();
}

const runNode = (args, env = {}) =>
  runInForeground(process.execPath, ['--import', parentWatch, ...args], {
    NODE_COMPILE_CACHE: compileCache,
    ...env,
  });

/**
 * In place of this very process: one Node less in memory, signals arrive where they are handled, and nothing of what
 * installing and building took is left.
 */
async function runCommandLine(args) {
  await ensureInstalled();
  await ensureBuilt();
  const main = join(dist, 'apps', 'cli', 'main.js');
  if (!existsSync(main))
    throw new HostError('apps/cli/main.ts is missing, so there is no command line to run');
  const flags = [...(args[0] === 'up' ? small : []), ...(isOurChild ? ['--import', parentWatch] : [])];
  process.execve(process.execPath, [process.execPath, ...flags, '--enable-source-maps', main, ...args], {
    ...process.env,
    NODE_COMPILE_CACHE: compileCache,
  });
}
