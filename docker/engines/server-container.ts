import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import { EngineError } from './engine-error.js';
import { freshLog, untilReady, type ServerPlan } from './server-plan.js';

interface ContainerPlace {
  readonly image: string;
  readonly dataDir: string;
}

const STOP_WITHIN_MS = 10_000;

/** Removes the container when the pipe that only we hold is closed, however we ended; a line means it has been removed. */
const GUARD = 'read -r _ || docker rm --force "$1" >/dev/null 2>&1';

/**
 * One server as a container, with the same life as `ServerProcess`. It uses the host's network and sees the data folder
 * under the same path, so that the same plan serves both, and a server without passwords listens on loopback alone.
 */
export class ServerContainer {
  readonly pid = undefined;
  private container: StartedTestContainer | undefined;
  private hasEnded = false;
  private guard: ChildProcess | undefined;

  constructor(
    private readonly plan: ServerPlan,
    private readonly place: ContainerPlace,
  ) {}

  async start(): Promise<void> {
    this.container = await this.run(await freshLog(this.plan.logFile));
    this.guard = spawn('/bin/sh', ['-c', GUARD, 'guard', this.container.getId()], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.guard.stdin?.on('error', () => undefined);
    try {
      await untilReady(this.plan, () => !this.hasEnded);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.remove(STOP_WITHIN_MS);
  }

  kill(): Promise<void> {
    return this.remove(0);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async remove(timeout: number): Promise<void> {
    const { container, guard } = this;
    this.container = undefined;
    await container?.stop({ timeout });
    guard?.stdin?.end('removed\n');
  }

  private async run(log: number): Promise<StartedTestContainer> {
    const { plan, place } = this;
    // Our guard does what testcontainers' own watchman would, without an image more.
    process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
    this.hasEnded = false;
    const container = new GenericContainer(place.image)
      .withEntrypoint([plan.binary])
      .withCommand([...plan.args])
      .withNetworkMode('host')
      // Temporal's server asks for the name of its user, and an image has none for ours.
      .withEnvironment({ USER: 'hoso', HOME: '/tmp' })
      .withUser(`${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`)
      .withBindMounts([{ source: place.dataDir, target: place.dataDir, mode: 'rw' }])
      .withLogConsumer((lines) => {
        copyTo(log, lines);
        lines.once('end', () => (this.hasEnded = true));
      });
    return container.start().catch((cause: unknown) => {
      throw new EngineError(
        'notStarted',
        `${plan.name} could not be started from the image ${place.image}: ${String(cause)}`,
        { cause },
      );
    });
  }
}

function copyTo(log: number, lines: Readable): void {
  lines.on('data', (chunk: Buffer) => writeSync(log, chunk));
  lines.once('end', () => closeSync(log));
}
