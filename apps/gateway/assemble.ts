import { createLocalJWKSet } from 'jose';
import type { Logger } from 'pino';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import type { RenderPool } from '#libs/documents/render-pool.js';
import { Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { allProjections, readModelNames } from '#libs/projections/read-models.js';
import { Uploads } from './attachments/uploads.js';
import { demoAddress, demoPeople } from './demo-people.js';
import { Metrics } from './health/metrics.js';
import type { Need } from './health/readiness.js';
import { openOwnNotifications } from './notifications/own-notifications.js';
import type { Parts } from './parts.js';
import type { GatewaySettings } from './settings.js';
import { createEmbeddedIssuer } from './sign-in/embedded-issuer.js';
import { serverSecret } from './sign-in/kept-secrets.js';
import { publicKeys, signingKeys } from './sign-in/signing-keys.js';
import { discoveredKeys, type TokenRules, TokenVerifier } from './sign-in/token-verifier.js';

/** Opens what the gateway works with. @throws when the database cannot be reached. */
export async function assembleParts(
  settings: GatewaySettings,
  log: Logger,
  papers: RenderPool,
): Promise<Parts> {
  const backbone = await openBackbone(settings);
  const secret = await serverSecret(settings.dataDir);
  const { rules, issuer } = await signIn(settings, secret);
  if (issuer !== undefined) await introduceDemoPeople(backbone);
  const models = new LiveModels(new Generations(backbone.connection, backbone.clock));
  const database = backbone.connection.getClient().db(settings.database);
  return {
    settings,
    log,
    metrics: new Metrics(),
    // Names are learned when people come; a directory that is away keeps nobody out.
    verifier: new TokenVerifier(rules, (person) => {
      backbone.people.remember(person).catch(() => log.warn('a name could not be remembered'));
    }),
    issuer,
    backbone,
    models,
    uploads: new Uploads(database),
    papers,
    notifications: await openOwnNotifications(backbone, settings),
    secret,
    stopping: new AbortController(),
    needs: [mongodbNeed(backbone), readModelsNeed(backbone, models)],
  };
}

async function signIn(
  settings: GatewaySettings,
  secret: string,
): Promise<{ readonly rules: TokenRules; readonly issuer: Parts['issuer'] }> {
  const { issuer, audience, embedded } = settings.oidc;
  if (!embedded) return { rules: { issuer, audience, keys: discoveredKeys(issuer) }, issuer: undefined };
  const keys = await signingKeys(settings.dataDir);
  const { publicUrl } = settings.gateway;
  return {
    rules: { issuer, audience, keys: createLocalJWKSet(publicKeys(keys)) },
    issuer: createEmbeddedIssuer({ issuer, audience, publicUrl, keys, secret }),
  };
}

async function introduceDemoPeople({ people }: Backbone): Promise<void> {
  for (const { title, ...person } of demoPeople) {
    await people.remember({ ...person, title: title.vi, email: demoAddress(person.id) });
  }
}

function mongodbNeed({ connection }: Backbone): Need {
  return {
    name: 'mongodb',
    missing: async () => {
      await connection.getClient().db('admin').command({ ping: 1 }, { timeoutMS: 1500 });
      return undefined;
    },
  };
}

/** A projector that is so far behind shows a past that nobody can work with. */
const LAG_LIMIT = 1000;

function readModelsNeed({ store }: Backbone, models: LiveModels): Need {
  return {
    name: 'readModels',
    missing: async () => {
      const [tail, seen] = await Promise.all([store.tail(), models.leastPosition(readModelNames)]);
      for (const projection of allProjections) await models.model(projection);
      const behind = tail - seen;
      return behind > LAG_LIMIT ? `are ${behind} commits behind: is the projector running?` : undefined;
    },
  };
}
