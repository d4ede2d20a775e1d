import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';
import { type Need, readinessOf } from './readiness.js';

export interface Health {
  readonly needs: readonly Need[];
  readonly metrics: Metrics;
  /** True from the moment the process was asked to stop. */
  readonly stopping: () => boolean;
}

export function mountHealth(server: FastifyInstance, { needs, metrics, stopping }: Health): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const { ready, needs: answers } = await readinessOf(needs);
    const open = ready && !stopping();
    void reply.status(open ? 200 : 503);
    return {
      status: open ? 'ready' : 'not ready',
      needs: stopping() ? { ...answers, gateway: 'is stopping' } : answers,
    };
  });
  server.get('/metrics', async (_request, reply) => {
    void reply.type(metrics.contentType);
    return metrics.text();
  });
}
