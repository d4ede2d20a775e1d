/** Counts the places that opt out of a rule. Each gives its reason on its line, and the number may not grow. */
import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { inRoot, sourceFolders } from './folders.mjs';
import { listFiles } from './sources.mjs';

const OPT_OUT = /(?:\/\/|\/\*)\s*(?:(?:ox|es)lint-disable|@ts-(?:expect-error|ignore|nocheck))/;
const REASON = /(?:--|:)\s*\S+(?:\s+\S+)+/;

/** The opt-outs of one text as `{ line, text, hasReason }`. */
export function findOptOuts(text) {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  return lines
    .filter(({ text }) => OPT_OUT.test(text))
    .map((found) => ({ ...found, hasReason: REASON.test(found.text) }));
}

async function main() {
  const found = await findAll();
  const most = JSON.parse(await readFile(inRoot('package.json'), 'utf8')).hoso?.maxOptOuts ?? 0;
  const bare = found.filter(({ hasReason }) => !hasReason);
  print(bare, 'gives no reason: ');
  process.stdout.write(`${found.length} opt-outs, at most ${most} are allowed\n`);
  if (found.length > most) print(found, '');
  return bare.length > 0 || found.length > most ? 1 : 0;
}

async function findAll() {
  const files = (await Promise.all([...sourceFolders, 'test'].map(listFiles))).flat();
  const code = files.filter((name) => /\.(ts|mjs|js)$/.test(name));
  const found = await Promise.all(
    code.map(async (file) =>
      findOptOuts(await readFile(inRoot(file), 'utf8')).map((optOut) => ({ file, ...optOut })),
    ),
  );
  return found.flat();
}

function print(optOuts, remark) {
  for (const { file, line, text } of optOuts) process.stdout.write(`${file}:${line} ${remark}${text}\n`);
}

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
