import type { Instant } from '#libs/kernel/time.js';

/** From an instant up to another nobody works: no worker, no workflow. People wait with what they have to do. */
export interface Outage {
  readonly from: Instant;
  readonly until: Instant;
}

/** When something happens that would have fallen into it. */
export function awakeAt(at: Instant, outage: Outage | undefined): Instant {
  return outage && outage.from <= at && at < outage.until ? outage.until : at;
}
