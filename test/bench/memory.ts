import { readFile } from 'node:fs/promises';

/** Memory that these processes take from the machine: a page that several share, above all of Node itself, is there once. */
export const heldMb = (pids: readonly number[]): Promise<number> =>
  sumOf(pids, async (pid) => {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s*(\d+)/mu.exec(rollup)?.[1]) / 1024;
  });

export const residentMb = (pids: readonly number[]): Promise<number> =>
  sumOf(pids, async (pid) => Number.parseInt(await statusOf(pid, 'VmRSS'), 10) / 1024);

async function sumOf(pids: readonly number[], size: (pid: number) => Promise<number>): Promise<number> {
  return (await Promise.all(pids.map(size))).reduce((total, one) => total + one, 0);
}

/** A process that has ended meanwhile has nothing to tell. */
export async function statusOf(pid: number, what: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return new RegExp(`^${what}:\\s*(.*)$`, 'mu').exec(status)?.[1] ?? '';
}
