import { describe, expect, test } from '@jest/globals';
import { checkedFacts } from './checked-facts.js';

describe('facts before they are printed', () => {
  test('every text is made printable, absent ones are left out', () => {
    const facts = {
      name: ' Ong  Mường\u00adPhăng ',
      nested: { list: ['a\tb'], absent: undefined },
      years: 10,
      shown: true,
    };
    expect(checkedFacts(facts, ['name'])).toStrictEqual({
      name: 'Ong MườngPhăng',
      nested: { list: ['a b'] },
      years: 10,
      shown: true,
    });
  });

  test.each([
    ['an absent fact', { name: undefined }, { code: 'missingFact', field: 'name' }],
    ['an empty list', { name: [] }, { code: 'missingFact', field: 'name' }],
    [
      'a blank text, deep inside',
      { name: 'x', site: { domain: ' \u00ad ' } },
      { code: 'missingFact', field: 'site.domain' },
    ],
    ['a blank entry', { name: ['a', ''] }, { code: 'missingFact', field: 'name[1]' }],
    [
      'an overlong text',
      { name: 'a'.repeat(4001) },
      { code: 'tooLong', field: 'name', limit: 4000, length: 4001 },
    ],
    [
      'too many entries',
      { name: Array(501).fill('a') },
      { code: 'tooLong', field: 'name', limit: 500, length: 501 },
    ],
    [
      'a broken number',
      { name: 'x', years: Number.NaN },
      { code: 'badFact', field: 'years', expected: 'a whole number from 0' },
    ],
  ])('%s is refused', (_, facts, fault) => {
    expect(() => checkedFacts(facts as { name: unknown }, ['name'])).toThrow(
      expect.objectContaining({ fault }),
    );
  });
});
