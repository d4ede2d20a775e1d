import { setTimeout as wait } from 'node:timers/promises';
import {
  Connection,
  type InternalConnectionOptions,
  InternalConnectionOptionsSymbol,
} from '@temporalio/client/lib/connection.js';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { type Clock, epochOf, type Instant, instantFromEpoch } from '#libs/kernel/time.js';

/** So coarse that a slow machine is not seen in the log: whatever is due is due on the full hour, people act on the half. */
const TICK_MS = 600_000;

/** A clock that moved less since it was last looked at goes no faster than ours. */
const STANDS_STILL_MS = 1000;

type TestService = NonNullable<Connection['testService']>;

/** The hour of a time-skipping server, which stands still or flies as the server is told. */
export class SimulatedTime implements Clock {
  private aheadMs = 0;

  private constructor(
    readonly connection: Connection,
    private readonly server: TestService,
  ) {}

  static async connect(address: string): Promise<SimulatedTime> {
    const options: InternalConnectionOptions = {
      address,
      [InternalConnectionOptionsSymbol]: { supportsTestService: true },
    };
    const connection = await Connection.connect(options);
    if (!connection.testService) throw new Error(`The server at ${address} cannot skip time`);
    return new SimulatedTime(connection, connection.testService);
  }

  now(): Instant {
    const now = Date.now() + this.aheadMs;
    return instantFromEpoch(now - (now % TICK_MS));
  }

  /** Asks the server for its hour. Too late by an answer's way, so that nothing due seems still ahead. */
  async look(): Promise<number> {
    const askedAt = Date.now();
    const { time } = await this.server.getCurrentTime({});
    const now = tsToMs(time ?? undefined);
    this.aheadMs = now - askedAt;
    return now;
  }

  /** Lets time fly until an instant; whatever falls due before it is done before it. */
  async flyTo(instant: Instant): Promise<void> {
    for (let now = await this.look(); now < epochOf(instant); now = await this.look()) {
      await this.server.unlockTimeSkippingWithSleep({ duration: msToTs(epochOf(instant) - now) });
    }
  }

  /**
   * Lets time pass while nobody works. The server stands still as long as work waits for somebody: it is told to go on all the same, and
   * afterwards to stand still again.
   */
  async flyOver(instant: Instant): Promise<void> {
    let pushed = 0;
    let before = 0;
    const there = { yet: false };
    const flight = this.flyTo(instant).then(() => void (there.yet = true));
    while (!there.yet) {
      const now = await this.look();
      if (now - before < STANDS_STILL_MS) {
        await this.server.unlockTimeSkipping({});
        pushed += 1;
      }
      before = now;
      await wait(STANDS_STILL_MS / 2);
    }
    await flight;
    for (; pushed > 0; pushed -= 1) await this.server.lockTimeSkipping({});
  }

  /** Lets time fly until something has come to its end. */
  async flyWhile<T>(awaited: Promise<T>): Promise<T> {
    await this.server.unlockTimeSkipping({});
    try {
      return await awaited;
    } finally {
      await this.server.lockTimeSkipping({});
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
