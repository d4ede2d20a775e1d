import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#libs/kernel/time.js';
import { isOpen, mustHear, wouldOversleep } from './nudge.js';

const news = (stage: string, wakeAt: string | null, version = 1) => ({
  version,
  stage,
  wakeAt,
  wakeFor: wakeAt === null ? null : 'remindOfficer',
});

describe('a workflow must hear', () => {
  const monday = '2026-11-16T02:00:00.000Z';
  const tuesday = '2026-11-17T02:00:00.000Z';

  it('of the beginning, of a new stage, of an earlier wake-up and of the first one', () => {
    expect(wouldOversleep(undefined, news('receipt', monday))).toBe(true);
    expect(wouldOversleep(news('receipt', monday), news('completeness', tuesday))).toBe(true);
    expect(wouldOversleep(news('receipt', tuesday), news('receipt', monday))).toBe(true);
    expect(wouldOversleep(news('receipt', null), news('receipt', monday))).toBe(true);
  });

  it('of what now comes first at the instant at which it wakes anyway', () => {
    const other = { ...news('receipt', monday, 2), wakeFor: 'remindApplicant' };
    expect(wouldOversleep(news('receipt', monday), other)).toBe(true);
  });

  it('of anything while it waits for what could not be done when it fell due', () => {
    const onTuesday = tuesday as Instant;
    expect(mustHear(news('receipt', monday), news('receipt', onTuesday, 2), onTuesday)).toBe(true);
    expect(mustHear(news('receipt', monday), news('receipt', onTuesday, 2), monday as Instant)).toBe(false);
    expect(mustHear(news('receipt', null), news('receipt', null, 2), onTuesday)).toBe(false);
  });

  it('of nothing that it finds out by waking up', () => {
    expect(wouldOversleep(news('receipt', monday), news('receipt', monday, 2))).toBe(false);
    expect(wouldOversleep(news('receipt', monday), news('receipt', tuesday, 2))).toBe(false);
    expect(wouldOversleep(news('receipt', monday), news('receipt', null, 2))).toBe(false);
    expect(wouldOversleep(news('receipt', null), news('receipt', null, 2))).toBe(false);
  });
});

it('a subject that ended is open as long as something is owed to it', () => {
  const due = '2026-11-16T02:00:00.000Z';
  for (const stage of ['closed', 'expired', 'revoked', 'returned', 'replaced']) {
    expect([isOpen(news(stage, null)), isOpen(news(stage, due))]).toStrictEqual([false, true]);
  }
  expect(isOpen(news('inForce', null))).toBe(true);
});
