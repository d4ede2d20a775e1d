/**
 * Preloaded into our own processes: ends this one when its parent is gone, also after kill -9 of the parent.
 * (Linux and macOS hand an orphan to another parent, which is what is watched for.)
 */
const POLL_MS = 500;

const parent = process.ppid;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, POLL_MS).unref();
