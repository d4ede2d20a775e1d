import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvent } from '../events.js';
import type { Decision } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToReasons } from './reasons.js';
import { numberVoided } from './void-licence-number.js';

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

function voided(dossier: OpenDossier, reason: string): readonly DossierEvent[] {
  const event = dossier.stage === 'certificate' ? numberVoided(dossier, reason) : undefined;
  return event ? [event] : [];
}
