import type { Actor } from '#libs/event-store/commit.js';

/** By whom things happen that only time, or another machine, brings. */
export const SYSTEM: Actor = { id: 'system', roles: ['system'] };
