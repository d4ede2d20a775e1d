import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { inRoot, root } from './folders.mjs';
import { assertRoom, npm } from './npm.mjs';
import { longStep } from './say.mjs';
import { inTurn } from './turn.mjs';

const stamp = inRoot('node_modules', '.hoso-installed');

/** Unpacked, with npm's own copies of the archives. */
const NEEDED_MEGABYTES = 1200;

/** The stamp is written last, and `npm ci` begins by removing it: a half installed tree is never taken for a whole one. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(await readFile(inRoot('package-lock.json')))
    .digest('hex');
  if (await isInstalled(wanted)) return;
  await inTurn('packages', async () => {
    if (await isInstalled(wanted)) return;
    await assertRoom(root, NEEDED_MEGABYTES, 'the packages');
    await longStep('installing packages (npm ci)', () => npm(['ci', '--ignore-scripts']));
    await writeFile(stamp, wanted);
  });
}

const isInstalled = async (wanted) => (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
