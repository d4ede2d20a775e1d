import { answered, hindered, refused, requested, requestedAgain } from '#libs/issuing/signing.js';
import type { PersonId } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { DossierEvents } from '../events.js';
import type {
  CertificateStage,
  ClosedStage,
  Denial,
  Dossier,
  HandoverStage,
  LicenceNumber,
} from '../state.js';
import { licenceResultOf } from '../result.js';
import { acceptedPart, closing, entering, type StepTime } from './stages.js';

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
    { deniedAt: startedAt, numberBy, handOverBy, reasons }: DossierEvents['LicenceDenied'],
  ): Dossier {
    if (numberBy === undefined) {
      return deniedWith({ reasons }, dossier, { startedAt, dueAt: handOverBy ?? startedAt });
    }
    const part = entering(acceptedPart(dossier), 'certificate', { startedAt, dueAt: numberBy });
    return { ...part, stage: 'certificate', termYears: 0, denied: reasons };
  },
  ForwardingApproved(dossier: Dossier, data: DossierEvents['ForwardingApproved']): Dossier {
    const { approvedAt: startedAt, numberBy: dueAt } = data;
    const part = entering(acceptedPart(dossier), 'certificate', { startedAt, dueAt });
    return { ...part, stage: 'certificate', termYears: 0, forwarding: true };
  },
  DossierForwarded(dossier: Dossier, { to, forwardedAt }: DossierEvents['DossierForwarded']): Dossier {
    return { ...closing(dossier, 'forwarded'), forwarded: { to, on: localDateOf(forwardedAt) } };
  },
  ForwardingAnswered(dossier: Dossier, { decidedOn }: DossierEvents['ForwardingAnswered']): Dossier {
    const closed = dossier as ClosedStage;
    const { forwarded } = closed;
    return forwarded ? { ...closed, forwarded: { ...forwarded, answeredOn: decidedOn } } : closed;
  },
  LetterNumberAllocated(dossier: Dossier, letter: DossierEvents['LetterNumberAllocated']): Dossier {
    return { ...(dossier as CertificateStage), letter };
  },
  LetterNumberVoided(dossier: Dossier): Dossier {
    const { letter: _letter, signing: _signing, ...rest } = dossier as CertificateStage;
    return rest;
  },
  LetterIssued(dossier: Dossier, data: DossierEvents['LetterIssued']): Dossier {
    const { letter, issuedAt: startedAt, handOverBy: dueAt } = data;
    const { denied: reasons = [] } = dossier as CertificateStage;
    return deniedWith({ reasons, letter }, dossier, { startedAt, dueAt });
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
    const { task, requestedAt: since, ...asked } = data;
    const signing = requested(certificate.signing, { ...asked, since });
    // The organisation's seal is kept by whichever records clerk comes first.
    if (data.role === 'organisation') return { ...certificate, signing };
    return { ...certificate, signing, holders: { ...certificate.holders, [task]: data.signer as PersonId } };
  },
  SignatureAnswered(dossier: Dossier, { answeredAt }: DossierEvents['SignatureAnswered']): Dossier {
    const certificate = dossier as CertificateStage;
    const signing = answered(certificate.signing, answeredAt);
    return signing ? { ...certificate, signing } : certificate;
  },
  SignatureRefused(dossier: Dossier, data: DossierEvents['SignatureRefused']): Dossier {
    const certificate = dossier as CertificateStage;
    return { ...certificate, signing: refused(certificate.signing, data) };
  },
  PaperHindered(dossier: Dossier, data: DossierEvents['PaperHindered']): Dossier {
    const certificate = dossier as CertificateStage;
    return { ...certificate, signing: hindered(certificate.signing, data) };
  },
  SignatureRequestedAgain(dossier: Dossier, data: DossierEvents['SignatureRequestedAgain']): Dossier {
    const certificate = dossier as CertificateStage;
    return { ...certificate, signing: requestedAgain(certificate.signing, data) };
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

/** The denial waits for the applicant, with its letter where one is made here. */
function deniedWith(denial: Omit<Denial, 'kind'>, dossier: Dossier, time: StepTime): HandoverStage {
  const part = entering(acceptedPart(dossier), 'handover', time);
  const result = { kind: 'denial', ...denial } as const;
  return { ...part, stage: 'handover', result, remindersSent: 0, readyAt: time.startedAt };
}

/** Nothing is left to be entered. */
function settled(dossier: Dossier): Dossier {
  const result = licenceResultOf(dossier);
  if (!result) return dossier;
  const entered = { ...result, entered: true };
  return dossier.stage === 'closed'
    ? { ...dossier, licence: entered }
    : { ...(dossier as HandoverStage), result: entered };
}
