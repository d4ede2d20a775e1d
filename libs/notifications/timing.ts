import { epochOf, type Instant, instantFromEpoch, localDateOf, startOfDay } from '#libs/kernel/time.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/** When an agency speaks to people. Hours are of Viet Nam (+07:00). */
export interface Timing {
  /** Statutory notices of one person are gathered for so long before one message tells them all. */
  readonly gatherMinutes: number;
  /** All else is told once a day, at this hour. */
  readonly digestHour: number;
  /** Nothing is sent from this hour of the evening … */
  readonly quietFromHour: number;
  /** … to this one of the morning. */
  readonly quietUntilHour: number;
}

/** Provisional: no text of law was found that fixes them; Zalo's own window is 07:00 to 22:00. */
const timings: Readonly<Record<string, Timing>> & { readonly otherwise: Timing } = {
  otherwise: { gatherMinutes: 10, digestHour: 8, quietFromHour: 21, quietUntilHour: 7 },
  'H21.12': { gatherMinutes: 10, digestHour: 8, quietFromHour: 21, quietUntilHour: 7 },
};

export function timingOf(agency: string): Timing {
  return timings[agency] ?? timings.otherwise;
}

/** When a notice noted now is sent. What the law orders goes out soon, the rest with the next digest; nothing at night. */
export function sendAt(now: Instant, statutory: boolean, timing: Timing): Instant {
  const soon = instantFromEpoch(epochOf(now) + timing.gatherMinutes * MINUTE_MS);
  return statutory ? afterQuiet(soon, timing) : nextAtHour(now, timing.digestHour);
}

/** The instant itself, or the end of the quiet hours it lies in. */
export function afterQuiet(at: Instant, { quietFromHour, quietUntilHour }: Timing): Instant {
  const hour = (epochOf(at) - epochOf(startOfDay(localDateOf(at)))) / HOUR_MS;
  const overnight = quietFromHour > quietUntilHour;
  const isQuiet = overnight
    ? hour >= quietFromHour || hour < quietUntilHour
    : hour >= quietFromHour && hour < quietUntilHour;
  return isQuiet ? nextAtHour(at, quietUntilHour) : at;
}

/** What is noted on the hour goes with it: reminders of the morning are about this day, and some days are the last. */
function nextAtHour(after: Instant, hour: number): Instant {
  const today = epochOf(startOfDay(localDateOf(after))) + hour * HOUR_MS;
  return instantFromEpoch(today >= epochOf(after) ? today : today + DAY_MS);
}
