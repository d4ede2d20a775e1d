import type { RefusalOf } from '#libs/kernel/refusal.js';
import { instantFromEpoch, epochOf, type Instant } from '#libs/kernel/time.js';
import type { CalendarReference } from './calendar.js';
import { checkEdition, type CalendarFault } from './edition-faults.js';
import type { CalendarEdition } from './edition.js';

/** So long before it takes force an edition is announced, that every process has heard of it by then. */
const LEAD_MS = 5_000;

export interface AnnouncementEvents {
  /** An edition that nobody knew is in force from an instant on. */
  readonly CalendarEditionAnnounced: {
    readonly edition: CalendarEdition;
    /** SHA-256 of the canonical JSON of the edition. */
    readonly hash: string;
    readonly inForceFrom: Instant;
  };
  /** An edition that is known is in force again. */
  readonly CalendarEditionRestored: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly inForceFrom: Instant;
  };
}

export type AnnouncementEvent = {
  readonly [Type in keyof AnnouncementEvents]: {
    readonly type: Type;
    readonly data: AnnouncementEvents[Type];
  };
}[keyof AnnouncementEvents];

export interface AnnounceEdition {
  readonly type: 'announceEdition';
  readonly data: { readonly edition: CalendarEdition; readonly hash: string };
}

export interface AnnouncementRefusals {
  readonly EditionFaulty: { readonly faults: readonly CalendarFault[] };
  readonly EditionVersionTaken: CalendarReference;
  readonly EditionReplacesAnother: { readonly replaces: string | null; readonly inForce: string | null };
  readonly EditionOfAnotherAgency: { readonly agency: string | null; readonly expected: string | null };
}

export type AnnouncementRefusal = RefusalOf<AnnouncementRefusals>;

/** An edition of the calendar that is announced, as far as the decision asks. */
export interface KnownEdition {
  readonly version: string;
  readonly hash: string;
  readonly agency?: string;
}

export interface AnnouncementCircumstances {
  readonly now: Instant;
  /** Every known edition of this calendar. */
  readonly known: readonly KnownEdition[];
  /** The version that was put in force last; absent for a calendar that is new. */
  readonly inForce?: string | undefined;
}

/**
 * An edition takes the place of the one it names, or is put in force again; it is never changed, so that a date can be
 * reckoned again in ten years. What is in force already is not announced again.
 */
export function decideAnnouncement(
  { data: { edition, hash } }: AnnounceEdition,
  given: AnnouncementCircumstances,
): readonly AnnouncementEvent[] | AnnouncementRefusal {
  const faults = checkEdition(edition);
  if (faults.length > 0) return { refusal: 'EditionFaulty', details: { faults } };
  const { id, version } = edition;
  const same = given.known.find((one) => one.version === version);
  if (same && same.hash !== hash) return { refusal: 'EditionVersionTaken', details: { id, version } };
  if (given.inForce === version) return [];
  const inForceFrom = instantFromEpoch(epochOf(given.now) + LEAD_MS);
  if (same) return [{ type: 'CalendarEditionRestored', data: { id, version, hash, inForceFrom } }];
  const objection = objectionToSuccessor(edition, given);
  return objection ?? [{ type: 'CalendarEditionAnnounced', data: { edition, hash, inForceFrom } }];
}

/** Whoever drew it up knew what it replaces, and whose calendar it is. */
function objectionToSuccessor(
  edition: CalendarEdition,
  given: AnnouncementCircumstances,
): AnnouncementRefusal | undefined {
  const replaces = edition.replaces ?? null;
  const inForce = given.inForce ?? null;
  if (replaces !== inForce) return { refusal: 'EditionReplacesAnother', details: { replaces, inForce } };
  const [first] = given.known;
  if (!first || edition.agency === first.agency) return undefined;
  const details = { agency: edition.agency ?? null, expected: first.agency ?? null };
  return { refusal: 'EditionOfAnotherAgency', details };
}
