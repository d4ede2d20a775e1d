import { existsSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { inRoot, sourceFolders } from './folders.mjs';

const AT_ONCE = 2;

const bin = (name, file) => inRoot('node_modules', name, file);
const present = (folders) => folders.filter((folder) => existsSync(inRoot(folder)));

/** Longest first, so that two cores end together. */
function steps() {
  const folders = present([...sourceFolders, 'test']);
  return [
    step('unit tests', [
      bin('jest', 'bin/jest.js'),
      '--selectProjects',
      'unit',
      '--maxWorkers=1',
      '--passWithNoTests',
    ]),
    step('lint', [bin('oxlint', 'bin/oxlint'), '--type-aware', ...folders]),
    step('boundaries', [
      bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
      ...folders,
      '--config',
      '.dependency-cruiser.cjs',
    ]),
    step('format', [
      bin('prettier', 'bin/prettier.cjs'),
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=.tools/prettier-cache',
      '.',
    ]),
    step('types', [bin('typescript-7', 'bin/tsc'), '-p', '.']),
    step('dead code', [bin('knip', 'bin/knip.js'), '--tsConfig', 'docker/host/tsconfig.knip.json']),
    step('opt-outs', ['docker/host/opt-outs.mjs']),
    ...generatedFiles(),
  ];
}

function generatedFiles() {
  const picture = existsSync(inRoot('ARCHITECTURE.md'))
    ? [step('picture', ['docker/host/architecture-picture.mjs'])]
    : [];
  const schema = existsSync(inRoot('dist/apps/gateway/print-schema.js'))
    ? [step('GraphQL schema', ['docker/host/schema-staleness.mjs'])]
    : [];
  return [...picture, ...schema];
}

const step = (name, args) => ({ name, args });

/** Answers 0 when every step passed, else 1; the output of a failing step is shown whole. */
export async function check() {
  const waiting = steps();
  const began = performance.now();
  let failed = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await runStep(next))) failed += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(`${failed === 0 ? 'all well' : `${failed} failed`} in ${secondsSince(began)}\n`);
  return failed === 0 ? 0 : 1;
}

async function runStep({ name, args }) {
  const began = performance.now();
  const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const { code, output } = await runQuietly(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS },
  });
  const mark = code === 0 ? 'ok    ' : 'FAILED';
  process.stdout.write(`${mark} ${name.padEnd(16)} ${secondsSince(began)}\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return code === 0;
}

const secondsSince = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(7);
