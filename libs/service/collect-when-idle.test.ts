import { expect, it } from '@jest/globals';
import { collectWhenIdle } from './collect-when-idle.js';

const MEGABYTE = 1024 * 1024;

function processWith(moments: readonly (readonly [utilization: number, megabytes: number])[]) {
  let at = -1;
  let collected: number | undefined;
  const collectedAt: number[] = [];
  const look = collectWhenIdle({
    utilization: () => moments[at]?.[0] ?? 0,
    size: () => (collected ?? moments[at]?.[1] ?? 0) * MEGABYTE,
    collect() {
      collectedAt.push(at);
      collected = 60;
    },
  });
  for (at = 0; at < moments.length; at += 1) {
    collected = undefined;
    look();
  }
  return collectedAt;
}

it('collects once after a start, as soon as nothing is done', () => {
  const moments = [
    [0.9, 100],
    [0.4, 101],
    [0.01, 101],
    [0.01, 62],
    [0.01, 63],
  ] as const;
  expect(processWith(moments)).toStrictEqual([2]);
});

it('collects again when the heap has grown in a busy time, and never in it', () => {
  const moments = [
    [0.01, 100],
    [0.6, 140],
    [0.2, 150],
    [0.01, 150],
    [0.01, 62],
  ] as const;
  expect(processWith(moments)).toStrictEqual([0, 3]);
});

it('leaves a heap alone that grew by little', () => {
  const moments = [
    [0.01, 100],
    [0.01, 70],
    [0.01, 75],
  ] as const;
  expect(processWith(moments)).toStrictEqual([0]);
});
