import type { PersonId } from '#libs/kernel/ids.js';
import type { DossierEvents } from '../events.js';
import type { CertificateStage, Dossier, HandoverStage, LicenceNumber } from '../state.js';
import { licenceResultOf } from '../result.js';
import { acceptedPart, closing, entering } from './stages.js';

/** From the decision to the result in the applicant's hands, and a new date for it. */
export const concluding = {
  LicenceGranted(
    dossier: Dossier,
    { grantedAt, numberBy, termYears }: DossierEvents['LicenceGranted'],
  ): Dossier {
    const part = entering(acceptedPart(dossier), 'certificate', { startedAt: grantedAt, dueAt: numberBy });
    return { ...part, stage: 'certificate', termYears };
  },
  LicenceDenied(
    dossier: Dossier,
    { deniedAt, handOverBy, reasons }: DossierEvents['LicenceDenied'],
  ): Dossier {
    const part = entering(acceptedPart(dossier), 'handover', { startedAt: deniedAt, dueAt: handOverBy });
    return {
      ...part,
      stage: 'handover',
      result: { kind: 'denial', reasons },
      remindersSent: 0,
      readyAt: deniedAt,
    };
  },
  LicenceNumberAllocated(dossier: Dossier, number: DossierEvents['LicenceNumberAllocated']): Dossier {
    return { ...(dossier as CertificateStage), number };
  },
  LicenceNumberVoided(dossier: Dossier): Dossier {
    const { number: _number, signing: _signing, ...rest } = dossier as CertificateStage;
    return rest;
  },
  SignatureRequested(dossier: Dossier, data: DossierEvents['SignatureRequested']): Dossier {
    const certificate = dossier as CertificateStage;
    const { task, requestedAt: since, ...requested } = data;
    const { attempts = {} } = certificate.signing ?? {};
    const signing = { attempts, awaiting: { ...requested, since } };
    // The organisation's seal is kept by whichever records clerk comes first.
    if (data.role === 'organisation') return { ...certificate, signing };
    return { ...certificate, signing, holders: { ...certificate.holders, [task]: data.signer as PersonId } };
  },
  SignatureAnswered(dossier: Dossier, { answeredAt }: DossierEvents['SignatureAnswered']): Dossier {
    const certificate = dossier as CertificateStage;
    const { signing } = certificate;
    if (!signing?.awaiting) return certificate;
    return { ...certificate, signing: { ...signing, awaiting: { ...signing.awaiting, answeredAt } } };
  },
  SignatureRefused(dossier: Dossier, { role, attempt }: DossierEvents['SignatureRefused']): Dossier {
    const certificate = dossier as CertificateStage;
    const attempts = { ...certificate.signing?.attempts, [role]: attempt };
    return { ...certificate, signing: { attempts, refusedBy: role } };
  },
  SignatureRequestedAgain(dossier: Dossier, data: DossierEvents['SignatureRequestedAgain']): Dossier {
    const certificate = dossier as CertificateStage;
    const attempts = { ...certificate.signing?.attempts, [data.role]: data.attempt };
    return { ...certificate, signing: { attempts } };
  },
  CertificateIssued(dossier: Dossier, data: DossierEvents['CertificateIssued']): Dossier {
    const { certificate, issuedAt, handOverBy } = data;
    const number = (dossier as CertificateStage).number as LicenceNumber;
    const part = entering(acceptedPart(dossier), 'handover', { startedAt: issuedAt, dueAt: handOverBy });
    const result = { kind: 'licence', number, certificate, entered: false } as const;
    return { ...part, stage: 'handover', result, remindersSent: 0, readyAt: issuedAt };
  },
  /** Its holder may have been faster than the register. */
  LicenceEntered: settled,
  LicenceEntryDropped: settled,
  ResultHandedOver(dossier: Dossier): Dossier {
    const licence = licenceResultOf(dossier);
    return licence ? { ...closing(dossier, 'granted'), licence } : closing(dossier, 'denied');
  },
  DeadlineExtended(dossier: Dossier, data: DossierEvents['DeadlineExtended']): Dossier {
    const { days, extendedAt: grantedAt, to: dueAt, appointedOn, reason } = data;
    const { stepDueAt = dossier.stepDueAt } = data;
    const { acceptance } = acceptedPart(dossier);
    const extension = { by: { amount: days, unit: 'workingDays' }, grantedAt, reason } as const;
    const extensions = [...acceptance.extensions, extension];
    return { ...dossier, stepDueAt, acceptance: { ...acceptance, extensions, dueAt, appointedOn } };
  },
};

/** Nothing is left to be entered. */
function settled(dossier: Dossier): Dossier {
  const result = licenceResultOf(dossier);
  if (!result) return dossier;
  const entered = { ...result, entered: true };
  return dossier.stage === 'closed'
    ? { ...dossier, licence: entered }
    : { ...(dossier as HandoverStage), result: entered };
}
