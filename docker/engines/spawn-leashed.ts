import { spawn, type ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';

export interface LeashedOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** File descriptors or `'pipe'`; both are thrown away unless given. */
  readonly stdout?: number | 'pipe' | 'inherit';
  readonly stderr?: number | 'pipe' | 'inherit';
}

/**
 * `sh` starts a guard and becomes the command itself, so the pid is the command's own. The guard reads the pipe that
 * only we hold: a line means the command has ended by itself, a closed pipe means we are gone, however that came.
 */
const LEASH = '{ read -r _ <&3 || kill -KILL $$; } >/dev/null 2>&1 & exec "$@" 3<&-';
const LEASH_FD = 3;

/**
 * Starts a process that cannot outlive this one, not even after kill -9. It has a process group of its own: Ctrl-C
 * reaches us first, and we stop it in good order.
 */
export function spawnLeashed(
  command: string,
  args: readonly string[],
  options: LeashedOptions = {},
): ChildProcess {
  const child = spawn('/bin/sh', ['-c', LEASH, 'leash', command, ...args], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: ['ignore', options.stdout ?? 'ignore', options.stderr ?? 'ignore', 'pipe'],
    detached: true,
  });
  const leash = child.stdio[LEASH_FD] as Writable;
  leash.on('error', () => undefined);
  child.once('exit', () => leash.end('ended\n'));
  return child;
}
