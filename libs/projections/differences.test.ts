import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('differences between two rows', () => {
  it('are none between equals, whatever the order of fields and whether a field is absent or undefined', () => {
    expect(differences({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1, d: undefined })).toStrictEqual(
      [],
    );
  });

  it('are named by their path', () => {
    const expected = { stage: 'appraisal', tasks: [{ id: 'appraise-1', dueAt: '2026' }] };
    const found = {
      stage: 'appraisal',
      tasks: [{ id: 'appraise-1', dueAt: '2027' }, { id: 'x' }],
      odd: true,
    };
    expect(differences(expected, found)).toStrictEqual([
      { path: 'tasks.0.dueAt', expected: '2026', found: '2027' },
      { path: 'tasks.1', expected: undefined, found: { id: 'x' } },
      { path: 'odd', expected: undefined, found: true },
    ]);
  });

  it('tell a list from an object, and a missing row from an empty one', () => {
    expect(differences({ a: [] }, { a: {} })).toStrictEqual([{ path: 'a', expected: [], found: {} }]);
    expect(differences(undefined, {})).toStrictEqual([{ path: '', expected: undefined, found: {} }]);
  });
});
