import type { Dossier, LicenceResult } from './state.js';

/** The licence a dossier led to: waiting for its holder, or handed over. Undefined where there is none. */
export function licenceResultOf(dossier: Dossier): LicenceResult | undefined {
  if (dossier.stage === 'closed') return dossier.licence;
  return dossier.stage === 'handover' && dossier.result.kind === 'licence' ? dossier.result : undefined;
}
