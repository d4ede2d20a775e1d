import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { projectFolder } from './project-folder.js';
import { spawnLeashed } from './spawn-leashed.js';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const untilGone = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await wait(10);
};

/** A process of its own that starts a leashed `sleep` and prints its pid. */
const PARENT = `
  const { spawnLeashed } = await import('#docker/engines/spawn-leashed.js');
  console.log(spawnLeashed('sleep', ['1000']).pid);
`;

describe('a leashed process', () => {
  it('is the command itself, and ends as the command ends', async () => {
    const child = spawnLeashed('sh', ['-c', 'echo "$0 $$"; exit 7', 'me'], { stdout: 'pipe' });
    const [[output], [code]] = await Promise.all([once(child.stdout!, 'data'), once(child, 'exit')]);
    expect(String(output)).toBe(`me ${child.pid}\n`);
    expect(code).toBe(7);
  });

  it('is reached by signals', async () => {
    const child = spawnLeashed('sleep', ['1000']);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toStrictEqual([null, 'SIGTERM']);
  });

  it('says so when there is no such command', async () => {
    const child = spawnLeashed('no-such-command', []);
    expect(await once(child, 'exit')).toStrictEqual([127, null]);
  });

  it('dies with its parent, also when the parent is killed by kill -9', async () => {
    const hooks = `${projectFolder()}/test/support/source-hooks.mjs`;
    const watch = `${projectFolder()}/docker/host/parent-watch.mjs`;
    const parent = spawn(
      process.execPath,
      ['--import', watch, '--import', hooks, '--input-type=module', '--eval', PARENT],
      {
        cwd: projectFolder(),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await untilGone(pid);
    expect(isAlive(pid)).toBe(false);
  });
});
