import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `published.json`: the hash of each version ever published, by `id@version`. What stands there may never differ from it. */
export type Published = Readonly<Record<string, string>>;

const FILE = 'published.json';

export async function readPublished(folder: string): Promise<Published> {
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Published;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

export async function writePublished(folder: string, published: Published): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(published).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const draft = join(folder, `.${FILE}.${process.pid}`);
  await writeFile(draft, `${JSON.stringify(sorted, null, 2)}\n`);
  await rename(draft, join(folder, FILE));
}
