import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { readConfig } from '#libs/config/config.js';
import type { Commit } from '#libs/event-store/commit.js';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import { dossierStream, type DossierId } from '#libs/kernel/ids.js';
import { checkReadModels } from '#libs/projections/check.js';
import { Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { allProjections, readModelNames } from '#libs/projections/read-models.js';
import type { TestInstance } from '../../support/instance.js';

/** The log of an instance and what stands beside it, read past the gateway. */
export interface OfficeLog {
  readonly backbone: Backbone;
  commitsOf(dossierId: string): Promise<readonly Commit[]>;
  /** The events of a dossier in their order, by their types. */
  eventsOf(dossierId: string): Promise<readonly string[]>;
  /** Everything that is wrong with the chain, or differs between the log and the read models. */
  faults(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

const CATCHES_UP_WITHIN_MS = 60_000;

export async function openOfficeLog({ environment }: Pick<TestInstance, 'environment'>): Promise<OfficeLog> {
  const backbone = await openBackbone(readConfig(environment));
  const { store, connection, books: rules, clock } = backbone;
  const generations = new Generations(connection, clock);
  const commitsOf = async (dossierId: string): Promise<readonly Commit[]> =>
    (await store.readStream(dossierStream(dossierId as DossierId))).commits;
  return {
    backbone,
    commitsOf,
    eventsOf: async (dossierId) =>
      (await commitsOf(dossierId)).flatMap(({ events }) => events.map(({ type }) => type)),
    async faults() {
      const tail = await store.tail();
      const caughtUp = await new LiveModels(generations).waitForPosition(readModelNames, tail, {
        timeoutMs: CATCHES_UP_WITHIN_MS,
      });
      const chain = await verifyLog(store);
      const { drifts } = await checkReadModels(allProjections, { store, generations, rules });
      return [...(caughtUp.outcome === 'reached' ? [] : [caughtUp]), ...chain.faults, ...drifts];
    },
    close: () => backbone.close(),
  };
}
