import { spawn } from 'node:child_process';
import { root } from './folders.mjs';
import { HostError } from './say.mjs';

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
const exitCodeOf = (code, signal) => code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0);

/** Runs a command in the foreground, hands our signals on to it, and answers its exit code. */
export function runInForeground(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    const handOn = (signal) => {
      // A terminal has given Ctrl-C to every process of the group already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handOn);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
}

const PATIENCE_MS = 3_000;

let stoppedBy;

/** Runs a command quietly and answers `{ code, output }`, stdout and stderr in one text; fails when a signal stops us. */
export async function runQuietly(command, args, options = {}) {
  if (stoppedBy === undefined) {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const letGo = stopOnSignals(child);
    const result = await resultOf(child).finally(letGo);
    if (stoppedBy === undefined) return result;
  }
  throw new HostError(`stopped by ${stoppedBy}`);
}

function resultOf(child) {
  return new Promise((resolve) => {
    let output = '';
    const take = (chunk) => (output += chunk);
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: `${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: exitCodeOf(code, signal), output }));
  });
}

/** npm does not end on every signal, so it is not asked for long. */
function stopOnSignals(child) {
  const stop = (signal) => {
    stoppedBy = signal;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
