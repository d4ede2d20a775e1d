import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ourAnswer, parseCase } from '../../test/calendar/oracle-cases.js';

const golden = join(import.meta.dirname, '../../test/calendar/golden.jsonl');

it('agrees with two thousand answers of the oracle', () => {
  const cases = readFileSync(golden, 'utf8').trim().split('\n').map(parseCase);
  expect(cases).toHaveLength(2000);
  const different = cases.filter((one) => JSON.stringify(ourAnswer(one)) !== JSON.stringify(one.answer));
  expect(different.map((one) => ({ ...one, ours: ourAnswer(one) }))).toStrictEqual([]);
});
