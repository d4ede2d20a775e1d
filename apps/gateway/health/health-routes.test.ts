import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { ReadModelMissing } from '#libs/projections/live-models.js';
import { mountHealth } from './health-routes.js';
import { Metrics } from './metrics.js';
import type { Need } from './readiness.js';

const need = (name: string, missing: Need['missing']): Need => ({ name, missing });
const there = () => Promise.resolve(undefined);

async function readiness(needs: readonly Need[], stopping = false) {
  const server = fastify();
  mountHealth(server, { needs, metrics: new Metrics(), stopping: () => stopping });
  const { statusCode, body } = await server.inject('/health/ready');
  return [statusCode, JSON.parse(body)] as const;
}

describe('a gateway', () => {
  it('is ready when all that it needs is there', async () => {
    expect(await readiness([need('mongodb', there)])).toStrictEqual([
      200,
      { status: 'ready', needs: { mongodb: 'ok' } },
    ]);
  });

  it('is not ready, and says by name what is missing', async () => {
    const needs = [
      need('mongodb', () => Promise.reject(new Error('mongodb://user:secret@host'))),
      need('readModels', () => Promise.reject(new ReadModelMissing('task-inbox'))),
      need('lag', () => Promise.resolve('are 2000 commits behind')),
    ];
    expect(await readiness(needs)).toStrictEqual([
      503,
      {
        status: 'not ready',
        needs: {
          mongodb: 'cannot be reached',
          readModels: 'have not been built yet: is the projector running?',
          lag: 'are 2000 commits behind',
        },
      },
    ]);
  });

  it('takes nothing new while it stops', async () => {
    expect(await readiness([need('mongodb', there)], true)).toStrictEqual([
      503,
      { status: 'not ready', needs: { mongodb: 'ok', gateway: 'is stopping' } },
    ]);
  });
});
