import type { Instant } from '#libs/kernel/time.js';

/** By which a reminder of a task, and the report that it is late, are told apart from those of another day. */
export function workNotice({ id, dueAt }: { readonly id: string; readonly dueAt: Instant }): string {
  return `${id} ${dueAt}`;
}
