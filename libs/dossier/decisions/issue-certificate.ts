import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { objectionToPaper } from '../paper-number.js';
import type { Decision } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { stepDue } from '../times.js';

/** The certificate, or the letter of denial, was drawn for the number that stands; the result is ready. */
export function issueCertificate(
  { licenceId, text, ...certificate }: DossierCommands['issueCertificate'],
  dossier: CertificateStage,
  given: Circumstances,
): Decision {
  const objection = objectionToPaper({ licenceId, text }, dossier);
  if (objection) return objection;
  const handOverBy = stepDue(given, 'handover', dossier);
  if (dossier.letter) {
    const { certificate: letter, signatures = [], ...drawn } = certificate;
    return [
      { type: 'LetterIssued', data: { letter, ...drawn, signatures, issuedAt: given.now, handOverBy } },
    ];
  }
  return [{ type: 'CertificateIssued', data: { ...certificate, issuedAt: given.now, handOverBy } }];
}
