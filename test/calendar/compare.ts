import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOracle } from './ask-oracle.js';
import { agrees, editions, ourAnswer, type OracleCase } from './oracle-cases.js';

/**
 * Compares our clock with the oracle on many cases: `node -C source --import ./test/support/source-hooks.mjs
 * test/calendar/compare.ts 1000000 [seed]`. With `--golden` it writes the cases as the committed vectors instead.
 */
const [count = '1000000', seed = String(Date.now() % 1_000_000_007)] = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('--'));
const golden = process.argv.includes('--golden');
const say = (line: string): unknown => process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'hoso-oracle-'));
const different: OracleCase[] = [];
const vectors: string[] = [];
say(`seed ${seed}`);
try {
  const compared = await askOracle({ folder, count: Number(count), seed: Number(seed) }, (one) => {
    if (golden) vectors.push(JSON.stringify(one));
    if (!agrees(one)) different.push(one);
  });
  for (const one of different.slice(0, 5))
    say(JSON.stringify({ ...one, edition: editions[one.edition]?.id, ours: ourAnswer(one) }));
  say(`${compared} compared, ${different.length} different`);
  if (golden) await writeFile(join(import.meta.dirname, 'golden.jsonl'), `${vectors.join('\n')}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = different.length === 0 ? 0 : 1;
