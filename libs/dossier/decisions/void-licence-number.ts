import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { objectionToBlank } from './work.js';

/** A number given by mistake stays used, with the reason in the register; another may then be given. */
export function voidLicenceNumber(
  { reason }: DossierCommands['voidLicenceNumber'],
  dossier: CertificateStage,
): Decision {
  if (!dossier.number) return refuse('NumberNotAllocated', {});
  const { number, year, text } = dossier.number;
  return (
    objectionToBlank({ reason }) ?? [{ type: 'LicenceNumberVoided', data: { number, year, text, reason } }]
  );
}
