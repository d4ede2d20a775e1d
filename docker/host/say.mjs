/** Progress goes to stderr, so that the output of a command stays clean on stdout. */
export const say = (line) => void process.stderr.write(`hoso: ${line}\n`);

/** A failure that a person can act on: its message is one clear sentence and is all that is printed. */
export class HostError extends Error {}

const HEARTBEAT_MS = 10_000;

/** Says what begins, that it still goes on, and how long it took. */
export async function longStep(label, work) {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  say(`${label} …`);
  const heartbeat = setInterval(() => say(`${label}: still at it after ${seconds()} s`), HEARTBEAT_MS);
  try {
    const result = await work();
    say(`${label}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
