import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults, type PlantedFault } from './planted-faults.js';

/**
 * Plants each fault of `planted-faults.ts` in a copy of the calendar and runs its unit tests there; every one must be caught.
 * `node -C source --import ./test/support/source-hooks.mjs test/calendar/mutations.ts`
 */
const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'hoso-mutations-'));
const say = (line: string): unknown => process.stdout.write(`${line}\n`);

function prepareCopy(): void {
  for (const path of ['libs/kernel', 'libs/calendar', 'test/calendar', 'package.json', '.swcrc']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const config = {
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: { '^#libs/(.*)\\.js$': '<rootDir>/libs/$1.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: { '^.+\\.ts$': '@swc/jest' },
    testMatch: ['<rootDir>/libs/calendar/*.test.ts', '<rootDir>/test/calendar/regressions.test.ts'],
  };
  writeFileSync(join(copy, 'jest.config.json'), JSON.stringify(config));
}

function testsPass(): boolean {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const run = spawnSync(process.execPath, [jest, '--config', 'jest.config.json', '--bail', '--silent'], {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
    encoding: 'utf8',
  });
  return run.status === 0;
}

function isCaught({ file, from, to }: PlantedFault): boolean {
  const path = join(copy, 'libs/calendar', file);
  const right = readFileSync(path, 'utf8');
  if (right.split(from).length !== 2) throw new Error(`${file} has not exactly one ${JSON.stringify(from)}`);
  writeFileSync(
    path,
    right.replace(from, () => to),
  );
  const caught = !testsPass();
  writeFileSync(path, right);
  return caught;
}

try {
  prepareCopy();
  if (!testsPass()) throw new Error('The tests fail without any fault planted');
  const missed = faults.filter((fault) => {
    const caught = isCaught(fault);
    say(`${caught ? 'caught' : 'MISSED'}  ${fault.what}`);
    return !caught;
  });
  say(`${faults.length - missed.length} of ${faults.length} caught`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
