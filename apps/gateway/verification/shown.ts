import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceRule } from '#libs/procedures/procedure.js';

/** As people in Viet Nam write a date. */
export function shownDate(date: LocalDate): string {
  return date.split('-').toReversed().join('/');
}

/** The authority that issued, below the one that it belongs to. */
export function issuerText({ issuer }: Pick<LicenceRule, 'issuer'>): string {
  return [issuer?.parent, issuer?.name].filter(Boolean).join(' – ');
}
