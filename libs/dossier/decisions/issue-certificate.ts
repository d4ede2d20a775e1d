import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { stepDue } from '../times.js';

/** The certificate was drawn for the number that was given; the result is ready. */
export function issueCertificate(
  data: DossierCommands['issueCertificate'],
  dossier: CertificateStage,
  given: Circumstances,
): Decision {
  if (!dossier.number) return refuse('NumberNotAllocated', {});
  const handOverBy = stepDue(given, 'handover', dossier);
  return [{ type: 'CertificateIssued', data: { ...data, issuedAt: given.now, handOverBy } }];
}
