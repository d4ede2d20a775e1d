import { hasStage } from '#libs/procedures/stages.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvent } from '../events.js';
import { objectionToPaper } from '../paper-number.js';
import type { Decision } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { stepDue } from '../times.js';

type Drawn = Omit<DossierCommands['issueCertificate'], 'licenceId' | 'text'>;

/**
 * The certificate, the letter of denial or the one that sends the dossier on was drawn for the number that stands; the result is ready, and
 * where nobody hands it over it has reached the applicant.
 */
export function issueCertificate(
  { licenceId, text, ...drawn }: DossierCommands['issueCertificate'],
  dossier: CertificateStage,
  given: Circumstances,
): Decision {
  const objection = objectionToPaper({ licenceId, text }, dossier);
  if (objection) return objection;
  const { now, procedure } = given;
  const issued = issuedBy(drawn, dossier, given);
  if (issued.type === 'DossierForwarded' || hasStage(procedure, 'handover')) return [issued];
  return [issued, { type: 'ResultHandedOver', data: { way: 'online', handedOverAt: now } }];
}

function issuedBy(drawn: Drawn, dossier: CertificateStage, given: Circumstances): DossierEvent {
  const { now, procedure } = given;
  const { certificate: letter, signatures = [], ...paper } = drawn;
  if (dossier.forwarding) {
    const to = procedure.result?.forwardTo?.name.vi ?? '';
    return { type: 'DossierForwarded', data: { letter, ...paper, signatures, to, forwardedAt: now } };
  }
  const handOverBy = stepDue(given, 'handover', dossier);
  if (dossier.letter) {
    return { type: 'LetterIssued', data: { letter, ...paper, signatures, issuedAt: now, handOverBy } };
  }
  return { type: 'CertificateIssued', data: { ...drawn, issuedAt: now, handOverBy } };
}
