import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { keptNames, keptSecret } from '#libs/service/kept-secret.js';
import { publishedClaimKeys } from '#libs/signatures/claim/claim-keys.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';

const claimKeysPath = '/.well-known/hoso-claim-keys.json';

/** The public keys of the claims on certificates, for whoever checks one without asking us again (RFC 7517). */
export async function mountClaimKeys(server: FastifyInstance, { settings, log }: Parts): Promise<void> {
  const folder = join(settings.dataDir, 'signing');
  await server.register(async (scope) => {
    scope.setErrorHandler(answerFaults(log));
    scope.get(claimKeysPath, async (_request, reply) => {
      const set = await publishedClaimKeys({
        keep: (name, make) => keptSecret(folder, name, make),
        names: (name) => keptNames(join(folder, name)),
      });
      return reply
        .type('application/jwk-set+json')
        .header('cache-control', 'public, max-age=3600')
        .header('access-control-allow-origin', '*')
        .send(JSON.stringify(set));
    });
  });
}
