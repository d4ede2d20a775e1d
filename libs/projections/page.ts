/** A page of a list, sorted by a text and then by id. */
export interface Page<R> {
  readonly rows: readonly R[];
  /** Where each row stands: handed back as `after` it continues behind that row. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

export interface PageRequest {
  readonly first: number;
  readonly after?: string;
}

/** Cursors come from outside: one that was not made here is refused by name. */
export class CursorUnreadable extends Error {
  override readonly name = 'CursorUnreadable';

  constructor() {
    super('The cursor was not given by this list');
  }
}

export interface Cursor {
  readonly sortedBy: string;
  readonly id: string;
}

export function writeCursor({ sortedBy, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sortedBy, id])).toString('base64url');
}

/** @throws CursorUnreadable */
export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) throw new CursorUnreadable();
    const [sortedBy, id] = parsed as readonly unknown[];
    if (typeof sortedBy !== 'string' || typeof id !== 'string') throw new CursorUnreadable();
    return { sortedBy, id };
  } catch {
    throw new CursorUnreadable();
  }
}

/** What lies behind a cursor in a list that is sorted upwards or downwards: one range of the index, ties told apart by id. */
export function behind(
  cursor: string | undefined,
  field: string,
  direction: 1 | -1,
): Readonly<Record<string, unknown>> {
  if (cursor === undefined) return {};
  const { sortedBy, id } = readCursor(cursor);
  const from = direction === 1 ? '$gte' : '$lte';
  const beyond = direction === 1 ? '$gt' : '$lt';
  const ties = [{ [field]: { [beyond]: sortedBy } }, { _id: { [beyond]: id } }];
  return { $and: [{ [field]: { [from]: sortedBy } }, { $or: ties }] };
}

/** `rows` holds one row more than asked for when there is a next page. */
export function pageOf<R extends { readonly _id: string }>(
  rows: readonly R[],
  first: number,
  sortedBy: (row: R) => string,
): Page<R> {
  const shown = rows.slice(0, first);
  return {
    rows: shown,
    cursors: shown.map((row) => writeCursor({ sortedBy: sortedBy(row), id: row._id })),
    hasNextPage: rows.length > first,
  };
}
