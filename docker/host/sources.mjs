import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inRoot, root, sourceFolders } from './folders.mjs';

const isTest = (file) => /\.test\.ts$|\/fixtures\//.test(file);
const isBuilt = (file) => !isTest(file) && !/^docker\/(host|images)\/|\.(md|mjs|yaml)$|\.d\.ts$/.test(file);

/** Every file below a folder, relative to the project, in a fixed order. */
export async function listFiles(folder) {
  const entries = await readdir(inRoot(folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.map((file) => relative(root, file)).sort();
}

/** What is built: TypeScript without its tests, and files that the code reads at run time. */
export async function listSources() {
  const files = await Promise.all(sourceFolders.map(listFiles));
  return files.flat().filter(isBuilt);
}

/** Names, sizes and times of the sources with the build's own settings; reading every file would cost more than it gives. */
export async function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources) {
    const { mtimeMs, size } = await stat(inRoot(file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  for (const file of [
    '.swcrc',
    'package-lock.json',
    'docker/host/build.mjs',
    'docker/host/sources.mjs',
    'docker/host/bundle-workflows.mjs',
  ])
    hash.update(await readFile(inRoot(file)));
  return hash.digest('hex');
}
