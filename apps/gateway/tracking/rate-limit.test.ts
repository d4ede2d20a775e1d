import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

describe('rate limit', () => {
  it('counts each key alone, and starts again when the window is over', () => {
    let now = 0;
    const limit = new RateLimit({ attempts: 2, windowMs: 100 }, () => now);
    expect([limit.allows('a'), limit.allows('a'), limit.allows('a'), limit.allows('b')]).toStrictEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 100;
    expect(limit.allows('a')).toBe(true);
  });
});
