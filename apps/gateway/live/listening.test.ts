import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { listeningUntil } from './listening.js';

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const YEAR_S = 365 * 24 * 3600;

function listener(expiresAt: number) {
  const [caller, stopping] = [new AbortController(), new AbortController()];
  const signedIn = { actor: { id: 'officer-1', roles: [] }, expiresAt };
  const context = { signedIn, correlationId: 'c', address: '::1', request: { signal: caller.signal } };
  return { caller, stopping, until: listeningUntil(context, stopping.signal) };
}

describe('a subscription', () => {
  it('ends with the token of whoever listens', async () => {
    const { until } = listener(inSeconds(-1));
    await once(until, 'abort');
  });

  it('ends when its caller goes, and when the gateway stops, however long the token holds', () => {
    for (const who of ['caller', 'stopping'] as const) {
      const { until, ...ends } = listener(inSeconds(YEAR_S));
      expect(until.aborted).toBe(false);
      ends[who].abort();
      expect(until.aborted).toBe(true);
    }
  });
});
