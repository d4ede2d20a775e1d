import type { LicenceIssuer } from '#libs/procedures/procedure.js';

/** The authority that issued, below the one that it belongs to. */
export function issuerText({ issuer }: { readonly issuer?: Pick<LicenceIssuer, 'parent' | 'name'> }): string {
  return [issuer?.parent, issuer?.name].filter(Boolean).join(' – ');
}
