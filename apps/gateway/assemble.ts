import { createLocalJWKSet } from 'jose';
import { mongo } from 'mongoose';
import type { Logger } from 'pino';
import { Metrics } from './health/metrics.js';
import type { Need } from './health/readiness.js';
import type { Parts } from './parts.js';
import type { GatewaySettings } from './settings.js';
import { createEmbeddedIssuer } from './sign-in/embedded-issuer.js';
import { serverSecret } from './sign-in/kept-secrets.js';
import { publicKeys, signingKeys } from './sign-in/signing-keys.js';
import { discoveredKeys, TokenVerifier } from './sign-in/token-verifier.js';

/** Opens what the gateway works with. It starts while the database is away, and says so at /health/ready. */
export async function assembleParts(settings: GatewaySettings, log: Logger): Promise<Parts> {
  const client = new mongo.MongoClient(settings.mongodbUri, { serverSelectionTimeoutMS: 5000 });
  const database = client.db(settings.database);
  const secret = await serverSecret(settings.dataDir);
  return {
    settings,
    log,
    metrics: new Metrics(),
    needs: [mongodbNeed(database)],
    ...(await signIn(settings, secret)),
    close: () => client.close(),
  };
}

async function signIn(
  settings: GatewaySettings,
  secret: string,
): Promise<Pick<Parts, 'verifier' | 'issuer'>> {
  const { issuer, audience, embedded } = settings.oidc;
  if (!embedded) {
    return {
      verifier: new TokenVerifier({ issuer, audience, keys: discoveredKeys(issuer) }),
      issuer: undefined,
    };
  }
  const keys = await signingKeys(settings.dataDir);
  const { publicUrl } = settings.gateway;
  return {
    verifier: new TokenVerifier({ issuer, audience, keys: createLocalJWKSet(publicKeys(keys)) }),
    issuer: createEmbeddedIssuer({ issuer, audience, publicUrl, keys, secret }),
  };
}

function mongodbNeed(database: mongo.Db): Need {
  return {
    name: 'mongodb',
    missing: async () => {
      await database.command({ ping: 1 }, { timeoutMS: 1500 });
      return undefined;
    },
  };
}
