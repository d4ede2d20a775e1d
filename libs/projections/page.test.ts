import { describe, expect, it } from '@jest/globals';
import { behind, pageOf, readCursor, writeCursor } from './page.js';

const rows = [
  { _id: 'a', dueAt: '2026-11-16' },
  { _id: 'b', dueAt: '2026-11-16' },
  { _id: 'c', dueAt: '2026-11-17' },
];

describe('a page', () => {
  it('knows that there is a next one by the row it does not show', () => {
    const page = pageOf(rows, 2, ({ dueAt }) => dueAt);
    expect(page.rows).toStrictEqual(rows.slice(0, 2));
    expect(page.hasNextPage).toBe(true);
    expect(page.cursors.map(readCursor)).toStrictEqual([
      { sortedBy: '2026-11-16', id: 'a' },
      { sortedBy: '2026-11-16', id: 'b' },
    ]);
    expect(pageOf(rows, 3, ({ dueAt }) => dueAt).hasNextPage).toBe(false);
  });

  it('continues behind its cursor, in either direction', () => {
    const cursor = writeCursor({ sortedBy: '2026-11-16', id: 'a' });
    expect(behind(cursor, 'dueAt', 1)).toStrictEqual({
      $and: [
        { dueAt: { $gte: '2026-11-16' } },
        { $or: [{ dueAt: { $gt: '2026-11-16' } }, { _id: { $gt: 'a' } }] },
      ],
    });
    expect(behind(cursor, 'dueAt', -1)).toStrictEqual({
      $and: [
        { dueAt: { $lte: '2026-11-16' } },
        { $or: [{ dueAt: { $lt: '2026-11-16' } }, { _id: { $lt: 'a' } }] },
      ],
    });
  });

  it.each(['', 'x', 'W10', 'WzEsMl0', 'eyJhIjoxfQ', writeCursor({ sortedBy: 'a', id: 'b' }).slice(1)])(
    'refuses a cursor that it did not give: %j',
    (text) => {
      expect(() => readCursor(text)).toThrow(expect.objectContaining({ name: 'CursorUnreadable' }));
    },
  );
});
