import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^hoso-test-(\d+)-/;

/** A folder of this process alone; its name says whose it is. */
export const makeTestFolder = (): Promise<string> => mkdtemp(join(tmpdir(), `hoso-test-${process.pid}-`));

export const removeTestFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Removes what runs that were killed have left. */
export async function sweepTestFolders(): Promise<void> {
  const names = await readdir(tmpdir());
  const left = names.filter((name) => {
    const pid = NAME.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  await Promise.all(left.map((name) => removeTestFolder(join(tmpdir(), name))));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
