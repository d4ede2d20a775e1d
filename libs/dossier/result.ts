import type { Dossier, HandoverStage } from './state.js';

export type LicenceResult = Extract<HandoverStage['result'], { kind: 'licence' }>;

/** The licence a dossier led to: waiting for its holder, or handed over. Undefined where there is none. */
export function licenceResultOf(dossier: Dossier): LicenceResult | undefined {
  const stage = dossier.stage === 'closed' && dossier.outcome === 'granted' ? dossier.before : dossier;
  if (stage?.stage !== 'handover' || stage.result.kind !== 'licence') return undefined;
  return stage.result;
}
