import type { DossierEvent } from '../events.js';
import type { OpenDossier } from '../state.js';

/** A dossier that ends with a number in hand voids it: the yearly register explains every number. */
export function voidedBy(dossier: OpenDossier, reason: string): readonly DossierEvent[] {
  if (dossier.stage !== 'certificate' || !dossier.number) return [];
  const { number, year, text } = dossier.number;
  return [{ type: 'LicenceNumberVoided', data: { number, year, text, reason } }];
}
