import { describe, expect, test } from '@jest/globals';
import type { FactShape } from './checked-facts.js';
import { checkedFacts } from './checked-facts.js';

const good = { name: 'x', site: { domain: 'd' }, list: ['a'] };

describe('facts before they are printed', () => {
  test('every text is made printable, absent ones are left out', () => {
    const facts = {
      name: ' Ong  Mường\u00adPhăng ',
      nested: { list: ['a\tb'], absent: undefined },
      years: 10,
      shown: true,
    };
    expect(checkedFacts(facts, { name: 'text', years: 'number', shown: 'flag' })).toStrictEqual({
      name: 'Ong MườngPhăng',
      nested: { list: ['a b'] },
      years: 10,
      shown: true,
    });
  });

  test.each([
    ['an absent fact', { name: undefined }, { code: 'missingFact', field: 'name' }],
    [
      'a fact whose owner is absent',
      { name: 'x', site: null },
      { code: 'missingFact', field: 'site.domain' },
    ],
    ['an empty list', { name: 'x', site: { domain: 'd' }, list: [] }, { code: 'missingFact', field: 'list' }],
    ['a blank text', { ...good, name: ' \u00ad ' }, { code: 'missingFact', field: 'name' }],
    ['a blank entry', { ...good, list: ['a', ''] }, { code: 'missingFact', field: 'list[1]' }],
    ['a blank that nobody asked for', { ...good, more: '' }, { code: 'missingFact', field: 'more' }],
    [
      'a text for a list',
      { ...good, list: 'a' },
      { code: 'badFact', field: 'list', expected: 'a list of texts' },
    ],
    [
      'a number in a list',
      { ...good, list: [1] },
      { code: 'badFact', field: 'list', expected: 'a list of texts' },
    ],
    ['a number for a text', { ...good, name: 7 }, { code: 'badFact', field: 'name', expected: 'a text' }],
    [
      'an optional of another kind',
      { ...good, more: 7 },
      { code: 'badFact', field: 'more', expected: 'a text' },
    ],
    [
      'an overlong text',
      { ...good, name: 'a'.repeat(4001) },
      { code: 'tooLong', field: 'name', limit: 4000, length: 4001 },
    ],
    [
      'too many',
      { ...good, list: Array(501).fill('a') },
      { code: 'tooLong', field: 'list', limit: 500, length: 501 },
    ],
    [
      'a broken number',
      { ...good, years: Number.NaN },
      { code: 'badFact', field: 'years', expected: 'a whole number from 0' },
    ],
  ])('%s is refused', (_, facts, fault) => {
    const shape: FactShape = { name: 'text', 'site.domain': 'text', list: 'texts', more: 'text?' };
    expect(() => checkedFacts(facts, shape)).toThrow(expect.objectContaining({ fault }));
  });
});
