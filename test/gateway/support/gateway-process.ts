import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';
import type { Office } from './office.js';

const hooks = fileURLToPath(new URL('../../support/source-hooks.mjs', import.meta.url));
const program = fileURLToPath(new URL('../../../apps/gateway/main.ts', import.meta.url));

export interface GatewayProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has logged. */
  readonly logged: readonly string[];
  /** Its exit code, or the signal that ended it, and how long it took from now. */
  ended(): Promise<{ readonly how: string; readonly afterMs: number }>;
}

/** A second gateway on the log, the read models and the data of an office, in a process of its own that can be killed. */
export async function startGatewayProcess({ settings }: Office): Promise<GatewayProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--import', hooks, program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      HOSO_PORT: String(port),
      HOSO_PUBLIC_URL: url,
      HOSO_DEMO: 'true',
      HOSO_DATA: settings.dataDir,
      HOSO_DATABASE: settings.database,
      HOSO_MAX_UPLOAD_BYTES: '10000000',
      MONGODB_URI: settings.mongodbUri,
    },
  });
  const logged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      logged.push(line);
      if (line.includes('"ready"')) resolve();
    });
  });
  const over = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const early = over.then(() => Promise.reject(new Error(`It ended: ${logged.join('\n')}`)));
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  return {
    url,
    child,
    logged,
    async ended() {
      const from = performance.now();
      const [code, signal] = await over;
      return { how: String(code ?? signal), afterMs: performance.now() - from };
    },
  };
}
