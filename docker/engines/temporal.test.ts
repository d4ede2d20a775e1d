import { expect, it } from '@jest/globals';
import { withUser } from './temporal.js';

it('Temporal is told who runs it where the system has no name for that', () => {
  const place = { dataDir: '/data' };
  expect(withUser({ PATH: '/bin', USER: '' }, place)).toStrictEqual({
    PATH: '/bin',
    USER: 'hoso',
    HOME: '/data',
  });
  const known = { USER: 'lan', HOME: '/home/lan' };
  expect(withUser(known, place)).toStrictEqual(known);
});
