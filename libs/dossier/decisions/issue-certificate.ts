import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { stepDue } from '../times.js';

/** The certificate was drawn for the number that stands; the result is ready. */
export function issueCertificate(
  { licenceId, text, ...certificate }: DossierCommands['issueCertificate'],
  dossier: CertificateStage,
  given: Circumstances,
): Decision {
  if (!dossier.number) return refuse('NumberNotAllocated', {});
  const { number } = dossier;
  if (number.licenceId !== licenceId || (text !== undefined && number.text !== text)) {
    return refuse('OtherLicence', { licenceId: number.licenceId });
  }
  const handOverBy = stepDue(given, 'handover', dossier);
  return [{ type: 'CertificateIssued', data: { ...certificate, issuedAt: given.now, handOverBy } }];
}
