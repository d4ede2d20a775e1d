/**
 * `node test/documents/verapdf.mjs [FILE.pdf …]` asks veraPDF about each file, the golden papers when none is named: the PDF/A
 * flavour that the file declares, and PDF/UA-1. Needs Java and Maven, so it is no part of `npm test`. Exit code 1 when one fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const JARS = join(HERE, '../../.hoso/verapdf');
const GOLDEN = join(HERE, 'golden');

const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(GOLDEN).map((name) => join(GOLDEN, name));

fetchJars();
let failed = 0;
for (const file of files.sort()) {
  for (const flavour of [declared(file), 'ua1']) report(file, flavour);
}
process.exitCode = failed > 0 ? 1 : 0;

function fetchJars() {
  if (existsSync(JARS)) return;
  const copy = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${JARS}`];
  run('mvn', ['-f', join(HERE, 'verapdf/pom.xml'), ...copy], [0]);
}

/** What the file says of itself; the metadata of a PDF/A are never compressed. */
function declared(file) {
  const text = readFileSync(file, 'latin1');
  const [, part] = /pdfaid:part\W+(\d)/u.exec(text) ?? [];
  const [, level] = /pdfaid:conformance\W+([ABU])\b/u.exec(text) ?? [];
  if (!part || !level) throw new Error(`${file} declares no flavour of PDF/A`);
  return `${part}${level.toLowerCase()}`;
}

function report(file, flavour) {
  const main = ['-cp', join(JARS, '*'), 'org.verapdf.apps.GreenfieldCliWrapper'];
  const output = run('java', [...main, '--format', 'text', '-v', '-f', flavour, file], [0, 1]);
  const verdict = output.startsWith('PASS') ? 'PASS' : 'FAIL';
  if (verdict === 'FAIL') failed += 1;
  const rules = output.match(/FAIL [\d.]+-\d+/gu) ?? [];
  process.stdout.write(`${[verdict, flavour.padEnd(3), basename(file), ...rules].join('  ')}\n`);
}

function run(command, arguments_, accepted) {
  const { status, stdout, stderr, error } = spawnSync(command, arguments_, { encoding: 'utf8' });
  if (error) throw new Error(`${command} is needed and could not be started: ${error.message}`);
  if (!accepted.includes(status)) throw new Error(`${command} failed:\n${stderr || stdout}`);
  return stdout;
}
