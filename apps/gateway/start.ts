import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { RenderPool } from '#libs/documents/render-pool.js';
import { assembleParts } from './assemble.js';
import { mountAttachments } from './attachments/attachment-routes.js';
import { HttpFault } from './attachments/http-fault.js';
import { demoPeople } from './demo-people.js';
import { GatewayModule } from './gateway.module.js';
import { answerFaults } from './graphql/request-faults.js';
import { mountHealth } from './health/health-routes.js';
import { observeRequests } from './health/request-log.js';
import { mountLicenceDocuments } from './licences/documents/document-routes.js';
import { mountRecords } from './records/record-routes.js';
import { mountBounces } from './notifications/bounce-routes.js';
import { mountSigningCallbacks } from './signing/callback-routes.js';
import { mountPersonal } from './notifications/personal-routes.js';
import type { Parts } from './parts.js';
import type { GatewaySettings } from './settings.js';
import { mountIssuer } from './sign-in/issuer-routes.js';
import { mountSummaries } from './summaries/summary-routes.js';
import { mountClaimKeys } from './verification/claim-key-routes.js';
import { readableAddress } from './verification/readable-address.js';
import { mountVerification } from './verification/verification-routes.js';

export interface RunningGateway {
  readonly url: string;
  /** Refuses new requests, finishes those begun, ends subscriptions, closes the database. */
  stop(): Promise<void>;
}

const CORRELATION = /^[\w-]{8,64}$/;

export async function startGateway(
  settings: GatewaySettings,
  log: Logger,
  papers = new RenderPool(),
): Promise<RunningGateway> {
  const parts = await assembleParts(settings, log, papers);
  const adapter = new FastifyAdapter({
    bodyLimit: settings.limits.bodyBytes,
    genReqId: (request: IncomingMessage) => correlationFrom(request.headers['x-correlation-id']),
    trustProxy: settings.gateway.publicUrl.startsWith('https:'),
    forceCloseConnections: 'idle',
    frameworkErrors: answerFaults(log),
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
  });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(parts), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  await mount(app.getHttpAdapter().getInstance(), parts);
  await app.listen(settings.gateway.port, '0.0.0.0');
  return { url: settings.gateway.publicUrl, stop: () => stop(app, parts) };
}

async function mount(server: FastifyInstance, parts: Parts): Promise<void> {
  const { settings, log, metrics, needs, issuer } = parts;
  observeRequests(server, log, metrics);
  // Wherever nothing else answers: the same shape as every other fault.
  server.all('/*', { errorHandler: answerFaults(log) }, () => {
    throw new HttpFault(404, 'There is nothing at this address.');
  });
  mountHealth(server, { needs, metrics, stopping: () => parts.stopping.signal.aborted });
  await mountAttachments(server, parts);
  await mountRecords(server, parts);
  await mountLicenceDocuments(server, parts);
  await mountSummaries(server, parts);
  await mountVerification(server, parts);
  await mountClaimKeys(server, parts);
  await mountPersonal(server, parts);
  await mountBounces(server, parts);
  await mountSigningCallbacks(server, parts);
  if (issuer === undefined) return;
  log.warn('the gateway is its own issuer: anybody who reaches it can sign in as any demo person');
  await mountIssuer(server, issuer, new URL(settings.oidc.issuer).pathname);
  server.get('/demo/people', () => ({ people: demoPeople }));
}

async function stop(app: NestFastifyApplication, parts: Parts): Promise<void> {
  parts.stopping.abort();
  await app.close();
  await Promise.all([parts.papers.close(), parts.backbone.close()]);
}

/** A caller may bring its own id, so that one story can be followed through several services. */
function correlationFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && CORRELATION.test(header) ? header : randomUUID();
}
