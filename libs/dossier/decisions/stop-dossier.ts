import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { voidedBy } from './ending.js';
import { objectionToReasons } from './reasons.js';

/** Processing stops for a coded reason; a number already given is voided with it. */
export function stopDossier(
  { reasons }: DossierCommands['stopDossier'],
  dossier: OpenDossier,
  { procedure }: Circumstances,
): Decision {
  const objection = objectionToReasons(reasons, 'stopReasons', procedure);
  if (objection) return objection;
  const why = reasons.map(({ code }) => code).join(', ');
  return [...voidedBy(dossier, `stopped: ${why}`), { type: 'DossierStopped', data: { reasons } }];
}
