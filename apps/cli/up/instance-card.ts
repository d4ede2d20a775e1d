import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#libs/config/config.js';

/** Where a running Hoso can be reached, left in its data folder for the other commands. */
export interface InstanceCard {
  readonly pid: number;
  readonly gatewayUrl: string;
  readonly mongodbUri: string;
  readonly temporalAddress: string;
}

type Addresses = Omit<InstanceCard, 'pid'>;

const cardOf = (dataDir: string): string => join(dataDir, 'instance.json');

export async function leaveCard(dataDir: string, card: InstanceCard): Promise<void> {
  await writeFile(cardOf(dataDir), `${JSON.stringify(card, null, 2)}\n`);
}

export async function removeCard(dataDir: string): Promise<void> {
  await rm(cardOf(dataDir), { force: true });
}

/** The addresses to use: what the environment gives, else what a running instance on this data folder has left. */
export async function findAddresses(config: Config): Promise<Addresses> {
  const { engines, mongodbUri, temporalAddress, gateway } = config;
  const configured = { gatewayUrl: `http://127.0.0.1:${gateway.port}`, mongodbUri, temporalAddress };
  return {
    ...configured,
    ...(await readCard(config.dataDir)),
    ...(engines.mongodbGiven ? { mongodbUri } : {}),
    ...(engines.temporalGiven ? { temporalAddress } : {}),
  };
}

async function readCard(dataDir: string): Promise<InstanceCard | undefined> {
  try {
    return JSON.parse(await readFile(cardOf(dataDir), 'utf8')) as InstanceCard;
  } catch {
    return undefined;
  }
}
