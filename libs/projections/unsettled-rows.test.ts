import { describe, expect, it } from '@jest/globals';
import type { Row, Write } from './projection.js';
import { UnsettledRows } from './unsettled-rows.js';
import type { Pending } from './write-rows.js';

const rowOf = (id: string | number, position: number): (() => Row) => {
  return () => ({ _id: id, position });
};
const add = (position: number): Write => ({
  kind: 'add',
  id: position,
  position,
  row: rowOf(position, position),
});
const put = (id: string, position: number, born = false): Write => {
  return { kind: 'put', id, position, born, row: rowOf(id, position) };
};
const remove = (id: string, position: number): Write => ({ kind: 'remove', id, position });

const said = (rows: readonly Pending[]): readonly string[] =>
  rows.map(({ write, fresh }) => `${write.kind} ${write.id} at ${write.position}${fresh ? ', new' : ''}`);

describe('the rows of a build on their way', () => {
  it('sends at once what never changes, and keeps what may still move', () => {
    const rows = new UnsettledRows(10);
    rows.add([add(1), put('d-1', 1, true), put('d-1', 2), add(2)]);
    expect(rows.ready).toBe(2);
    expect(said(rows.takeReady())).toEqual(['add 1 at 1, new', 'add 2 at 2, new']);
    expect(said(rows.takeAll())).toEqual(['put d-1 at 2, new']);
    expect(rows.takeAll()).toEqual([]);
  });

  it('lets go of those that moved longest ago when too many wait', () => {
    const rows = new UnsettledRows(2);
    rows.add([put('d-1', 1, true), put('d-2', 2, true), put('d-1', 3), put('d-3', 4, true)]);
    expect(said(rows.takeReady())).toEqual(['put d-2 at 2, new']);
    rows.add([put('d-2', 5)]);
    expect(said(rows.takeReady())).toEqual(['put d-1 at 3, new']);
    expect(said(rows.takeAll())).toEqual(['put d-3 at 4, new', 'put d-2 at 5']);
  });

  it('never sends a row that came and went again, and takes one away that was sent', () => {
    const rows = new UnsettledRows(10);
    rows.add([put('task', 1, true), remove('task', 2)]);
    expect(rows.takeAll()).toEqual([]);
    rows.add([put('task', 3, true)]);
    expect(said(rows.takeAll())).toEqual(['put task at 3, new']);
    rows.add([remove('task', 4), put('task', 5, true)]);
    expect(said(rows.takeAll())).toEqual(['put task at 5']);
    rows.add([remove('task', 6)]);
    expect(said(rows.takeAll())).toEqual(['remove task at 6']);
  });
});
