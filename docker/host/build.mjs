import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflows } from './bundle-workflows.mjs';
import { dist, inRoot, root } from './folders.mjs';
import { HostError, longStep } from './say.mjs';
import { fingerprint, listSources } from './sources.mjs';
import { inTurn } from './turn.mjs';

const stamp = join(dist, '.built-from');

/** Nothing is done when dist was built from just these sources. Built beside and renamed: a half build is never run. */
export async function ensureBuilt() {
  const sources = await listSources();
  const wanted = await fingerprint(sources);
  if (await isBuilt(wanted)) return;
  await inTurn('build', async () => {
    if (!(await isBuilt(wanted)))
      await longStep(`building ${sources.length} files`, () => build(sources, wanted));
  });
}

const isBuilt = async (wanted) => (await readFile(stamp, 'utf8').catch(() => '')) === wanted;

async function build(sources, wanted) {
  const fresh = `${dist}.${process.pid}`;
  try {
    await compileAll(sources, fresh);
    await bundle(sources, fresh);
    await writeFile(join(fresh, '.built-from'), wanted);
    await swap(fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function compileAll(sources, fresh) {
  const { transformFile } = await import('@swc/core');
  const { $schema: _, ...options } = JSON.parse(await readFile(inRoot('.swcrc'), 'utf8'));
  const compile = async (file) => {
    const target = join(fresh, file);
    await mkdir(dirname(target), { recursive: true });
    if (!file.endsWith('.ts')) return cp(join(root, file), target);
    const { code, map } = await transformFile(join(root, file), {
      ...options,
      swcrc: false,
      configFile: false,
    });
    const script = target.replace(/\.ts$/, '.js');
    await writeFile(script, `${code}\n//# sourceMappingURL=${script.split('/').at(-1)}.map\n`);
    await writeFile(`${script}.map`, map);
  };
  const results = await Promise.allSettled(sources.map(compile));
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0)
    throw new HostError(`the build failed:\n${failed.map((result) => result.reason.message).join('\n')}`);
}

/** Bundling takes longer than all the rest, so an unchanged bundle is kept. */
async function bundle(sources, fresh) {
  if (!existsSync(inRoot('workflows', 'index.ts'))) return;
  const hash = createHash('sha256');
  const from = sources.filter((name) => name.startsWith('workflows/'));
  for (const file of ['package-lock.json', 'docker/host/bundle-workflows.mjs', ...from])
    hash.update(file).update(await readFile(inRoot(file)));
  const wanted = hash.digest('hex');
  const target = join(fresh, 'workflow-bundle.js');
  const kept = (await readFile(join(dist, '.bundled-from'), 'utf8').catch(() => '')) === wanted;
  if (kept) await cp(join(dist, 'workflow-bundle.js'), target);
  else await writeFile(target, await bundleWorkflows());
  await writeFile(join(fresh, '.bundled-from'), wanted);
}

async function swap(fresh) {
  const old = `${fresh}.old`;
  await rename(dist, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, dist);
  await rm(old, { recursive: true, force: true });
}
