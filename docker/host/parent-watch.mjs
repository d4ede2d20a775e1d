/**
 * Preloaded into our own processes: ends this one when its parent is gone, also after kill -9 of the parent.
 * Linux and macOS hand an orphan to another parent, which is what is watched for. npm puts a shell between itself and
 * us, which outlives npm; so the shell's parent is watched too, where Linux shows it.
 */
import { readFileSync } from 'node:fs';

const POLL_MS = 500;

const parent = process.ppid;
const npm = process.env.npm_lifecycle_event === undefined ? undefined : parentOfShell(parent);

/** The parent of a process that is a shell, else nothing. */
function parentOfShell(pid) {
  try {
    const [, name, ppid] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return ['sh', 'bash', 'dash'].includes(name) ? Number(ppid) : undefined;
  } catch {
    return undefined;
  }
}

const watch = setInterval(() => {
  if (process.ppid === parent && (npm === undefined || parentOfShell(parent) === npm)) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, POLL_MS).unref();
