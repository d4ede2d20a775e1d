import { describe, expect, it } from '@jest/globals';
import { mustHear } from './nudge.js';

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
    expect(mustHear(undefined, news('receipt', monday))).toBe(true);
    expect(mustHear(news('receipt', monday), news('completeness', tuesday))).toBe(true);
    expect(mustHear(news('receipt', tuesday), news('receipt', monday))).toBe(true);
    expect(mustHear(news('receipt', null), news('receipt', monday))).toBe(true);
  });

  it('of what now comes first at the instant at which it wakes anyway', () => {
    const other = { ...news('receipt', monday, 2), wakeFor: 'remindApplicant' };
    expect(mustHear(news('receipt', monday), other)).toBe(true);
  });

  it('of nothing that it finds out by waking up', () => {
    expect(mustHear(news('receipt', monday), news('receipt', monday, 2))).toBe(false);
    expect(mustHear(news('receipt', monday), news('receipt', tuesday, 2))).toBe(false);
    expect(mustHear(news('receipt', monday), news('receipt', null, 2))).toBe(false);
    expect(mustHear(news('receipt', null), news('receipt', null, 2))).toBe(false);
  });
});
