import { expect, it } from '@jest/globals';
import { compose } from './compose.js';

const frame = { language: 'en', statutory: true, url: 'http://localhost:4000' } as const;
const revoked = (number: number, about = String(number)) =>
  ({ kind: 'licenceRevoked', reference: `${number}/GP`, about, event: `licence/${number}@1.0` }) as const;
const referencesIn = (text: string) => [...text.matchAll(/(\d+)\/GP/gu)].map(([, number]) => Number(number));

it('of more than anybody reads the newest are told, in their order, and the others counted', () => {
  const notices = Array.from({ length: 25 }, (_, index) => revoked(index + 1));
  const { text, subject } = compose(notices, frame);
  expect(referencesIn(text)).toStrictEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  expect(text).toContain('… and 5 more.');
  expect(subject).toBe('25 notices about dossiers and licences');
});

it('what was told of one thing before gives way to its newest, which stands where it came', () => {
  const { text } = compose([revoked(1, 'one'), revoked(2), revoked(3, 'one')], frame);
  expect(referencesIn(text)).toStrictEqual([2, 3]);
});
