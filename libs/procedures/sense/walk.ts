import type { Duration } from '#libs/calendar/duration.js';
import type { Citation } from '../procedure.js';

export interface Found<Value> {
  readonly path: string;
  readonly value: Value;
}

/** Every part of a procedure with its path, `opinions[1].within`, the whole first. */
function partsOf(value: unknown, path = ''): readonly Found<object>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Array.isArray(value)
    ? value.flatMap((entry: unknown, index) => partsOf(entry, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, part]) => partsOf(part, path === '' ? key : `${path}.${key}`));
  return [{ path, value }, ...inner];
}

export function durationsOf(value: unknown): readonly Found<Duration>[] {
  return partsOf(value).filter(
    (part): part is Found<Duration> => 'amount' in part.value && 'unit' in part.value,
  );
}

export function citationsOf(value: unknown): readonly Found<Citation>[] {
  return partsOf(value).filter(
    (part): part is Found<Citation> => 'source' in part.value && 'certainty' in part.value,
  );
}

/** Whether something stands at `path`. */
export function hasPath(value: unknown, path: string): boolean {
  const keys = path.replaceAll(/\[(\d+)\]/gu, '.$1').split('.');
  let here = value;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = (here as Record<string, unknown>)[key];
  }
  return true;
}

/** Whether `path` is `scope` itself or lies within it. */
export function isWithin(path: string, scope: string): boolean {
  return path === scope || path.startsWith(`${scope}.`) || path.startsWith(`${scope}[`);
}
