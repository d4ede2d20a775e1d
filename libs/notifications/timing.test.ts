import { expect, it } from '@jest/globals';
import type { Instant } from '#libs/kernel/time.js';
import { afterQuiet, sendAt, timingOf } from './timing.js';

const timing = timingOf('anywhere');
const at = (text: string) => new Date(`${text}+07:00`).toISOString() as Instant;

it.each([
  ['2026-11-16T20:59:59', '2026-11-16T20:59:59'],
  ['2026-11-16T21:00:00', '2026-11-17T07:00:00'],
  ['2026-11-17T00:30:00', '2026-11-17T07:00:00'],
  ['2026-11-17T06:59:59', '2026-11-17T07:00:00'],
  ['2026-11-17T07:00:00', '2026-11-17T07:00:00'],
])('what would go out at %s goes out at %s', (asked, sent) => {
  expect(afterQuiet(at(asked), timing)).toBe(at(sent));
});

it.each([
  {
    what: 'a statutory notice is gathered',
    now: '2026-11-16T10:00:00',
    statutory: true,
    sent: '2026-11-16T10:10:00',
  },
  {
    what: 'gathering does not end in the quiet hours',
    now: '2026-11-16T20:55:00',
    statutory: true,
    sent: '2026-11-17T07:00:00',
  },
  {
    what: 'all else waits for the digest of the day',
    now: '2026-11-16T07:59:00',
    statutory: false,
    sent: '2026-11-16T08:00:00',
  },
  {
    what: 'with which a reminder of the morning goes out',
    now: '2026-11-16T08:00:00',
    statutory: false,
    sent: '2026-11-16T08:00:00',
  },
  { what: 'or of the next', now: '2026-11-16T08:00:01', statutory: false, sent: '2026-11-17T08:00:00' },
])('$what', ({ now, statutory, sent }) => {
  expect(sendAt(at(now), statutory, timing)).toBe(at(sent));
});

it('an agency may be quiet in the middle of the day', () => {
  const siesta = { ...timing, quietFromHour: 12, quietUntilHour: 13 };
  expect(afterQuiet(at('2026-11-16T12:30:00'), siesta)).toBe(at('2026-11-16T13:00:00'));
  expect(afterQuiet(at('2026-11-16T23:30:00'), siesta)).toBe(at('2026-11-16T23:30:00'));
});
