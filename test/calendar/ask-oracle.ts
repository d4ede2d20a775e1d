import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { editions, parseCase, type OracleCase } from './oracle-cases.js';

const oraclePath = join(import.meta.dirname, 'oracle.py');

export interface OracleRun {
  readonly folder: string;
  readonly count: number;
  readonly seed: number;
}

/**
 * Lets Python reckon so many random cases and hands each one on. Resolves with the number of cases.
 * @throws Error when there is no python3, or when it fails.
 */
export async function askOracle(
  { folder, count, seed }: OracleRun,
  each: (one: OracleCase) => void,
): Promise<number> {
  const editionsPath = join(folder, 'editions.json');
  await writeFile(editionsPath, JSON.stringify(editions));
  const python = spawn('python3', [oraclePath, editionsPath, String(count), String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    python.once('error', reject);
    python.once('close', resolve);
  });
  ended.catch(() => undefined);
  let seen = -1;
  for await (const line of createInterface({ input: python.stdout })) {
    if (++seen > 0) each(parseCase(line));
  }
  const code = await ended;
  if (code !== 0) throw new Error(`The oracle ended with code ${code}`);
  return Math.max(seen, 0);
}
