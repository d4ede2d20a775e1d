export interface Difference {
  /** Where in the row, as `tasks.0.dueAt`; empty when the whole row is missing or should not be there. */
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Every place at which two values of plain JSON differ; an absent field and an undefined one are the same. */
export function differences(expected: unknown, found: unknown, path = ''): readonly Difference[] {
  if (Object.is(expected, found)) return [];
  if (!isBranch(expected) || !isBranch(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return [{ path, expected, found }];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...keys].flatMap((key) =>
    differences(expected[key], found[key], path === '' ? key : `${path}.${key}`),
  );
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
