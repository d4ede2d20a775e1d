import { fastify } from 'fastify';
import { createEmbeddedIssuer } from '../../../apps/gateway/sign-in/embedded-issuer.js';
import { mountIssuer } from '../../../apps/gateway/sign-in/issuer-routes.js';
import { signingKeys } from '../../../apps/gateway/sign-in/signing-keys.js';
import { makeTestFolder, removeTestFolder } from '../../support/test-folder.js';
import { freePort } from './free-port.js';

/** An OpenID provider of somebody else's: another address, other keys, found by discovery alone. */
export interface OtherIssuer {
  readonly url: string;
  readonly issuer: string;
  readonly audience: string;
  close(): Promise<void>;
}

export async function openOtherIssuer(): Promise<OtherIssuer> {
  const folder = await makeTestFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const issuer = `${url}/realm`;
  const audience = 'provincial-office';
  const keys = await signingKeys(folder);
  const server = fastify({ forceCloseConnections: true });
  const provider = createEmbeddedIssuer({ issuer, audience, publicUrl: url, keys, secret: 'of another' });
  await mountIssuer(server, provider, '/realm');
  await server.listen({ port, host: '127.0.0.1' });
  return {
    url,
    issuer,
    audience,
    async close() {
      await server.close();
      await removeTestFolder(folder);
    },
  };
}
