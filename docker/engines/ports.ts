import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineError } from './engine-error.js';

const LOOPBACK = '127.0.0.1';
const POLL_MS = 100;
/** A server that was just killed may hold its port for a moment. */
const PATIENCE_MS = 3_000;

/** A port that is free now, chosen by the operating system. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Waits a moment for the port, then fails with `portTaken`. */
export async function assertPortFree(port: number, what: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await isPortFree(port))) {
    if (performance.now() > giveUpAt)
      throw new EngineError(
        'portTaken',
        `Port ${port}, wanted for ${what}, is taken by another program; free it or choose another port.`,
      );
    await wait(POLL_MS);
  }
}

export async function isPortFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
