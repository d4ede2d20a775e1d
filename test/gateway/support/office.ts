import 'reflect-metadata';
import { expect } from '@jest/globals';
import { pino } from 'pino';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { Generations } from '#libs/projections/generations.js';
import { Projector } from '#libs/projections/projector.js';
import { allProjections } from '#libs/projections/read-models.js';
import type { GatewaySettings } from '../../../apps/gateway/settings.js';
import { type RunningGateway, startGateway } from '../../../apps/gateway/start.js';
import { testEngines } from '../../support/engines.js';
import { sourcePool } from '../../support/source-pool.js';
import { makeTestFolder, removeTestFolder } from '../../support/test-folder.js';
import { Client } from './client.js';
import { freePort } from './free-port.js';
import { personalDataIn } from './personal-data.js';

/** A gateway and a projector in this process, on the shared mongod and a database of their own. */
export interface Office {
  readonly url: string;
  readonly settings: GatewaySettings;
  readonly backbone: Backbone;
  /** Lines of the gateway's log, from debug on. Closing fails when one of them tells of a person. */
  readonly logged: string[];
  as(person: string): Promise<Client>;
  anybody(): Client;
  gateway(): RunningGateway;
  close(): Promise<void>;
}

export async function openOffice(changed: Partial<GatewaySettings> = {}): Promise<Office> {
  const settings = await settingsFor(changed);
  const backbone = await openBackbone(settings);
  const projector = new Projector({
    store: backbone.store,
    generations: new Generations(backbone.connection, backbone.clock),
    rules: backbone.books,
    projections: allProjections,
  });
  await projector.open();
  const stopping = new AbortController();
  const running = projector.run(stopping.signal);
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const gateway = await startGateway(settings, log, sourcePool());
  const url = `http://127.0.0.1:${settings.gateway.port}`;
  return {
    url,
    settings,
    backbone,
    logged,
    as: (person) => Client.signIn(url, person),
    anybody: () => new Client(url, undefined),
    gateway: () => gateway,
    async close() {
      await gateway.stop();
      stopping.abort();
      await running;
      await backbone.connection.getClient().db(settings.database).dropDatabase();
      await backbone.close();
      await removeTestFolder(settings.dataDir);
      expect(await personalDataIn(logged)).toStrictEqual([]);
    },
  };
}

async function settingsFor(changed: Partial<GatewaySettings>): Promise<GatewaySettings> {
  const engines = testEngines();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  return {
    mongodbUri: engines.mongodbUri,
    database: engines.databaseName(),
    dataDir: await makeTestFolder(),
    demonstration: true,
    build: 'test',
    gateway: { port, publicUrl },
    oidc: { issuer: `${publicUrl}/oidc`, audience: 'hoso', embedded: true },
    limits: { uploadBytes: 100_000, bodyBytes: 100_000 },
    ...changed,
  };
}
