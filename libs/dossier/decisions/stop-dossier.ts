import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvent } from '../events.js';
import type { Decision } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToReasons } from './reasons.js';

/** Processing stops for a coded reason; a number already given is voided with it. */
export function stopDossier(
  { reasons }: DossierCommands['stopDossier'],
  dossier: OpenDossier,
  { procedure, now }: Circumstances,
): Decision {
  const objection = objectionToReasons(reasons, 'stopReasons', procedure);
  if (objection) return objection;
  const why = reasons.map(({ code }) => code).join(', ');
  return [...voided(dossier, why), { type: 'DossierStopped', data: { reasons, stoppedAt: now } }];
}

/** The yearly register explains every number: one that was given is never given again. */
function voided(dossier: OpenDossier, reason: string): readonly DossierEvent[] {
  if (dossier.stage !== 'certificate' || !dossier.number) return [];
  const { number, year, text } = dossier.number;
  return [{ type: 'LicenceNumberVoided', data: { number, year, text, reason } }];
}
