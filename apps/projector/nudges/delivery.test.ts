import { expect, it } from '@jest/globals';
import type { LedgerEntry } from '#libs/nudges/nudge-ledger.js';
import type { Instant } from '#libs/kernel/time.js';
import { Delivery } from './delivery.js';
import { sweepRegularly } from './sweep-regularly.js';

const debt: LedgerEntry = {
  _id: 'dossier/1',
  workflow: 'dossier',
  subjectId: '1',
  procedure: 'beekeeping-licence',
  open: true,
  news: { version: 1, stage: 'receipt', wakeAt: null, wakeFor: null },
  changedAt: '2026-03-02T02:00:00.000Z' as Instant,
  owed: 1,
};
const ledger = { listOwed: async () => [debt], settle: async () => undefined };
const quiet = { onTold: () => undefined, onTrouble: () => undefined };

/** A server that was asked something and never answers. */
function silentServer() {
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const ask = (): Promise<never> => {
    asked();
    return new Promise(() => undefined);
  };
  return { ask, isAsked };
}

it('a delivery ends when told to, though Temporal owes it an answer: the projector hung for ten seconds', async () => {
  const { ask, isAsked } = silentServer();
  const stopping = new AbortController();
  const running = new Delivery(ledger, ask, quiet).run(stopping.signal);
  await isAsked;
  stopping.abort();
  await expect(running).resolves.toBeUndefined();
});

it('a delivery that rests between two attempts ends when told to', async () => {
  const stopping = new AbortController();
  const troubles: unknown[] = [];
  const delivery = new Delivery(ledger, () => Promise.reject(new Error('away')), {
    ...quiet,
    onTrouble: (error) => {
      troubles.push(error);
      stopping.abort();
    },
  });
  await delivery.run(stopping.signal);
  expect(troubles).toStrictEqual([new Error('away')]);
});

it('those who were told are not told again because others cannot be', async () => {
  const other = { ...debt, _id: 'dossier/2', subjectId: '2' };
  let owed: readonly LedgerEntry[] = [debt, other];
  const keeping = {
    listOwed: async () => owed,
    settle: async (told: readonly LedgerEntry[]) =>
      void (owed = owed.filter((entry) => !told.includes(entry))),
  };
  const told: string[] = [];
  const delivery = new Delivery(
    keeping,
    ({ id }) => (id === '1' ? Promise.reject(new Error('away')) : Promise.resolve(void told.push(id))),
    quiet,
  );
  expect(await delivery.payAll(new AbortController().signal)).toBe(false);
  expect(told).toStrictEqual(['2']);
});

it('a sweep ends when told to, though Temporal owes it an answer', async () => {
  const { ask, isAsked } = silentServer();
  const stopping = new AbortController();
  const running = sweepRegularly(1, ask, stopping.signal);
  await isAsked;
  stopping.abort();
  await expect(running).resolves.toBeUndefined();
});
