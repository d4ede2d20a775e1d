import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

const never = new AbortController().signal;

describe('a bell', () => {
  it('wakes all who wait', async () => {
    const bell = new Bell();
    const waiting = [bell.next(0, never), bell.next(0, never)];
    bell.ring();
    await Promise.all(waiting);
    expect(bell.rings).toBe(1);
  });

  it('was once missed when it rang while a listener still looked for news, and the news lay there until the next', async () => {
    const bell = new Bell();
    const heard = bell.rings;
    bell.ring();
    await bell.next(heard, never);
    expect(bell.rings).toBe(heard + 1);
  });

  it('lets go of whoever leaves', async () => {
    const bell = new Bell();
    const leaving = new AbortController();
    const left = bell.next(0, leaving.signal);
    leaving.abort();
    await left;
    await bell.next(0, leaving.signal);
    expect(bell.rings).toBe(0);
  });
});
