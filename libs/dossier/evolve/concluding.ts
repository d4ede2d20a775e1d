import type { DossierEvents } from '../events.js';
import type {
  CertificateStage,
  ClosedStage,
  Dossier,
  HandoverStage,
  LicenceNumber,
  OpenDossier,
} from '../state.js';
import { acceptedPart, closing, entering } from './stages.js';

/** From the decision to the end, and back from an end that was not final. */
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
    const { number: _, ...rest } = dossier as CertificateStage;
    return rest;
  },
  CertificateIssued(dossier: Dossier, data: DossierEvents['CertificateIssued']): Dossier {
    const { certificate, issuedAt, handOverBy } = data;
    const number = (dossier as CertificateStage).number as LicenceNumber;
    const part = entering(acceptedPart(dossier), 'handover', { startedAt: issuedAt, dueAt: handOverBy });
    const result = { kind: 'licence', number, certificate, entered: false } as const;
    return { ...part, stage: 'handover', result, remindersSent: 0, readyAt: issuedAt };
  },
  LicenceEntered(dossier: Dossier): Dossier {
    const handover = dossier as HandoverStage;
    const { result } = handover;
    return result.kind === 'licence' ? { ...handover, result: { ...result, entered: true } } : handover;
  },
  ResultHandedOver(dossier: Dossier): Dossier {
    return closing(dossier, (dossier as HandoverStage).result.kind === 'licence' ? 'granted' : 'denied');
  },
  DossierWithdrawn: (dossier: Dossier): Dossier => closing(dossier, 'withdrawn'),
  DossierStopped: (dossier: Dossier): Dossier => closing(dossier, 'stopped'),
  DossierReopened(dossier: Dossier, { reopenedAt, stepDueAt }: DossierEvents['DossierReopened']): Dossier {
    const before = (dossier as ClosedStage).before as OpenDossier;
    const resumed = before.stage === 'supplement' ? before.resumes : before;
    const visits = { ...dossier.visits, [resumed.stage]: (dossier.visits[resumed.stage] ?? 0) + 1 };
    return { ...resumed, visits, holders: {}, stepStartedAt: reopenedAt, stepDueAt };
  },
  DeadlineExtended(dossier: Dossier, { to, appointedOn }: DossierEvents['DeadlineExtended']): Dossier {
    const { acceptance } = acceptedPart(dossier);
    return { ...dossier, acceptance: { ...acceptance, dueAt: to, appointedOn, extended: true } };
  },
};
