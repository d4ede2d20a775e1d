import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceIssuer } from '#libs/procedures/procedure.js';

/** As people in Viet Nam write a date. */
export function shownDate(date: LocalDate): string {
  return date.split('-').toReversed().join('/');
}

/** The authority that issued, below the one that it belongs to. */
export function issuerText({ issuer }: { readonly issuer?: Pick<LicenceIssuer, 'parent' | 'name'> }): string {
  return [issuer?.parent, issuer?.name].filter(Boolean).join(' – ');
}
