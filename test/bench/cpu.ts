import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parts, type TestInstance } from '../support/instance.js';

const TICKS_PER_SECOND = 100;

/** Processor seconds that each process of an instance, and this one, have used so far. */
export type Used = ReadonlyMap<string, number>;

export async function usedBy(instance: TestInstance): Promise<Used> {
  const entries = parts.map(async (part) => [part, await processorSeconds(instance.pid(part))] as const);
  return new Map([...(await Promise.all(entries)), ['load driver', await processorSeconds(process.pid)]]);
}

async function processorSeconds(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0;
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  const [USER, SYSTEM] = [11, 12];
  return (Number(fields[USER]) + Number(fields[SYSTEM])) / TICKS_PER_SECOND;
}

/** `temporal 31 %, …` of all that the machine's processors could have done meanwhile. */
export function shares(before: Used, after: Used, wallMs: number): string {
  const share = (part: string) =>
    ((after.get(part) ?? 0) - (before.get(part) ?? 0)) / (wallMs / 1000) / cpus().length;
  return [...after.keys()]
    .map((part) => [part, share(part)] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([part, of]) => `${part} ${Math.round(of * 100)} %`)
    .join(', ');
}
