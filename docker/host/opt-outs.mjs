/** Counts the places that opt out of a rule. Each gives its reason on its line, and the number may not grow. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { inRoot, sourceFolders } from './folders.mjs';
import { listFiles } from './sources.mjs';

const OPT_OUT =
  /(?:\/\/|\/\*)\s*(?:(?:ox|es)lint-disable|@ts-(?:expect-error|ignore|nocheck)|prettier-ignore)/;
const REASON = /(?:--|:)\s*\S+(?:\s+\S+)+/;

/** The opt-outs of one text as `{ line, text, hasReason }`. */
export function findOptOuts(text) {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  return lines
    .filter(({ text }) => OPT_OUT.test(text))
    .map((found) => ({ ...found, hasReason: REASON.test(found.text) }));
}

async function main() {
  const files = (await Promise.all([...sourceFolders, 'test'].map(listFiles))).flat();
  const found = [];
  for (const file of files.filter((name) => /\.(ts|mjs|js)$/.test(name)))
    for (const optOut of findOptOuts(await readFile(inRoot(file), 'utf8'))) found.push({ file, ...optOut });
  const most = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).hoso?.maxOptOuts ?? 0;
  const bare = found.filter(({ hasReason }) => !hasReason);
  for (const { file, line, text } of bare) process.stdout.write(`${file}:${line} gives no reason: ${text}\n`);
  process.stdout.write(`${found.length} opt-outs, at most ${most} are allowed\n`);
  if (found.length > most)
    for (const { file, line, text } of found) process.stdout.write(`${file}:${line} ${text}\n`);
  return bare.length > 0 || found.length > most ? 1 : 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
