import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { untilReady, type ServerPlan } from './server-plan.js';

const WITHIN_MS = 150;

function planned(reasons: (n: number) => string | undefined): ServerPlan & { readonly asked: () => number } {
  let asked = 0;
  return {
    name: 'projector',
    binary: 'node',
    args: [],
    logFile: join(tmpdir(), 'there-is-no-such-log'),
    asked: () => asked,
    probe: async () => {
      const reason = reasons((asked += 1));
      if (reason !== undefined) throw new Error(reason);
    },
  };
}

it('a server that comes nearer is waited for beyond the time, since a long log takes longer to catch up with', async () => {
  const plan = planned((n) => (n < 10 ? `${10 - n} commits behind` : undefined));
  await untilReady(plan, () => true, WITHIN_MS);
  expect(plan.asked()).toBe(10);
});

it('a server that stands still is given up, by name', async () => {
  const plan = planned(() => 'connection refused');
  await expect(untilReady(plan, () => true, WITHIN_MS)).rejects.toThrow(
    'projector was not ready within 0.15 s',
  );
});

it('a server that ended is not waited for', async () => {
  const plan = planned((n) => `${n}`);
  await expect(untilReady(plan, () => plan.asked() < 3, WITHIN_MS)).rejects.toThrow(
    'projector ended while it was starting',
  );
});
