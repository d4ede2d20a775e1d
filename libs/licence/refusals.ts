import type { RefusalOf } from '#libs/kernel/refusal.js';
import type { Instant } from '#libs/kernel/time.js';
import type { LicenceEvent } from './events.js';

export interface LicenceRefusals {
  readonly LicenceAlreadyOpened: Record<never, never>;
  readonly LicenceNotOpened: Record<never, never>;
  readonly LicenceNotInForce: Record<never, never>;
  readonly NotYetDue: { readonly at: Instant };
  readonly NothingOwed: Record<never, never>;
}

export type LicenceRefusal = RefusalOf<LicenceRefusals>;
export type LicenceDecision = readonly LicenceEvent[] | LicenceRefusal;

export function refuseLicence<Name extends keyof LicenceRefusals>(
  name: Name,
  details: LicenceRefusals[Name],
): LicenceRefusal {
  return { refusal: name, details } as LicenceRefusal;
}
