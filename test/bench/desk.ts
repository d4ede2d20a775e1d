import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../gateway/support/client.js';
import { submitted } from '../gateway/support/filing.js';
import type { TestInstance } from '../support/instance.js';
import { Caller } from './caller.js';

const DOSSIERS = 64;
const COMMANDS = 64;
/** Between the sides, so that none pays for what the other has left to the read models. */
export const REST_MS = 250;

interface Held {
  readonly dossierId: string;
  version: number;
  isHeld: boolean;
}

/** A clerk who takes dossiers onto the desk and gives them back: commands that wake nobody. */
export class Desk {
  private constructor(
    private readonly clerk: Caller,
    private readonly dossiers: readonly Held[],
  ) {}

  static async open({ gatewayUrl }: TestInstance): Promise<Desk> {
    const applicant = await Client.signIn(gatewayUrl, 'demo-applicant');
    const dossiers: Held[] = [];
    while (dossiers.length < DOSSIERS) {
      const { dossierId, version } = await submitted(applicant);
      dossiers.push({ dossierId, version: version ?? 0, isHeld: false });
    }
    return new Desk(await Caller.signIn(gatewayUrl, 'demo-clerk'), dossiers);
  }

  get streams(): readonly string[] {
    return this.dossiers.map(({ dossierId }) => `dossier/${dossierId}`);
  }

  async command(index: number): Promise<void> {
    const held = this.dossiers[index % this.dossiers.length];
    if (!held) return;
    const { dossierId, version: expectedVersion } = held;
    const input = { dossierId, expectedVersion, idempotencyKey: randomUUID(), task: 'receive-1' };
    const payload = await this.clerk.command(held.isHeld ? 'releaseTask' : 'claimTask', 'TaskInput', input);
    held.version = payload.version ?? expectedVersion;
    held.isHeld = !held.isHeld;
  }
}

/** How long each of a round of commands takes, in milliseconds. */
export async function timesOf(work: (index: number) => Promise<void>): Promise<readonly number[]> {
  await wait(REST_MS);
  const times: number[] = [];
  for (let index = 0; index < COMMANDS; index += 1) {
    const begun = performance.now();
    await work(index);
    times.push(performance.now() - begun);
  }
  return times;
}
