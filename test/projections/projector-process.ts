import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ProjectorProcess {
  readonly port: number;
  /** What it wrote, by message. */
  hasSaid(message: string): boolean;
  says(message: string): Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

export interface ProjectorEnvironment {
  readonly mongodbUri: string;
  readonly database: string;
  readonly temporalAddress: string;
  readonly smtpUrl?: string;
}

/** The real process, from its own main file. */
export async function startProjectorProcess(settings: ProjectorEnvironment): Promise<ProjectorProcess> {
  const port = await freePort();
  const dataDir = await makeTestFolder();
  const child = spawn(
    process.execPath,
    ['--import', './test/support/source-hooks.mjs', 'apps/projector/main.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'] ?? '',
        MONGODB_URI: settings.mongodbUri,
        HOSO_DATABASE: settings.database,
        TEMPORAL_ADDRESS: settings.temporalAddress,
        HOSO_PROJECTOR_PORT: String(port),
        HOSO_DATA: dataDir,
        HOSO_DEMO: 'true',
        ...(settings.smtpUrl === undefined ? {} : { SMTP_URL: settings.smtpUrl }),
      },
    },
  );
  child.once('exit', () => void removeTestFolder(dataDir));
  return { port, ...listening(child), kill: (signal) => kill(child, signal) };
}

function listening(child: ChildProcess): Pick<ProjectorProcess, 'hasSaid' | 'says'> {
  const said: string[] = [];
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.push(text);
    for (const look of waiting) look();
  });
  const hasSaid = (message: string) => said.join('').includes(`"msg":"${message}`);
  return {
    hasSaid,
    says: (message) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (hasSaid(message)) resolve();
        };
        waiting.add(look);
        child.once('exit', (code) => reject(new Error(`The projector ended with ${code}: ${said.join('')}`)));
        look();
      }),
  };
}

async function kill(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('No port was given');
  return address.port;
}
