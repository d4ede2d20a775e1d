import type { Variant } from '../../../apps/cli/story/script.js';

export interface Ending {
  readonly outcome: string;
  readonly stages: readonly string[];
  /** In the order of the log. Reminders are left out: they come when their time comes. */
  readonly events: readonly string[];
  readonly isGranted: boolean;
  /** A licence begins; a renewal gives more years to one that there is. */
  readonly opensLicence: boolean;
  /** What the paper it ends in must say. */
  readonly prints: readonly string[];
}

const filed = ['DossierSubmitted', 'DossierAccepted'];
const asked = ['CompletenessConfirmed', 'OpinionAsked', 'OpinionAsked', 'AppraisalRecorded'];
const given = ['OpinionGiven', 'OpinionGiven'];
const granted = ['DecisionProposed', 'LicenceGranted', 'LicenceNumberAllocated', 'CertificateIssued'];
const handedOver = ['LicenceEntered', 'ResultHandedOver'];

export const enterprise = 'Công ty Cổ phần Truyền thông Gió Biển';
const certificate = { isGranted: true, opensLicence: true, prints: [enterprise, 'giobien-vidu.vn'] };
const noPaper = { isGranted: false, opensLicence: false, prints: [] };

const appraised = ['receipt', 'completeness', 'appraisal'];
const concluded = ['decision', 'certificate', 'handover', 'closed'];

/** How each variant of the story ends. */
export const endings: Readonly<Record<Variant, Ending>> = {
  granted: {
    outcome: 'GRANTED',
    stages: [...appraised, ...concluded],
    events: [...filed, ...asked, ...given, ...granted, ...handedOver],
    ...certificate,
  },
  supplement: {
    outcome: 'GRANTED',
    stages: ['receipt', 'completeness', 'supplement', 'completeness', 'appraisal', ...concluded],
    events: [
      ...filed,
      'SupplementRequested',
      'SupplementReceived',
      ...asked,
      ...given,
      ...granted,
      ...handedOver,
    ],
    ...certificate,
  },
  denied: {
    outcome: 'DENIED',
    stages: [...appraised, ...concluded],
    events: [
      ...filed,
      ...asked,
      ...given,
      'DecisionProposed',
      'LicenceDenied',
      'LetterNumberAllocated',
      'LetterIssued',
      'ResultHandedOver',
    ],
    ...noPaper,
  },
  withdrawn: {
    outcome: 'WITHDRAWN',
    stages: [...appraised, 'closed'],
    events: [...filed, ...asked, 'DossierWithdrawn'],
    ...noPaper,
  },
  'opinion-overdue': {
    outcome: 'GRANTED',
    stages: [...appraised, ...concluded],
    events: [...filed, ...asked, 'OpinionGiven', 'OpinionOverdueNoted', ...granted, ...handedOver],
    ...certificate,
  },
  'local-press': {
    outcome: 'FORWARDED',
    stages: [...appraised, 'decision', 'certificate', 'closed'],
    events: [
      ...filed,
      'CompletenessConfirmed',
      'AppraisalRecorded',
      'DecisionProposed',
      'ForwardingApproved',
      'LetterNumberAllocated',
      'DossierForwarded',
      'ForwardingAnswered',
    ],
    ...noPaper,
  },
  renewal: {
    outcome: 'GRANTED',
    stages: [...appraised, ...concluded],
    events: [...filed, 'CompletenessConfirmed', 'AppraisalRecorded', ...granted, ...handedOver],
    isGranted: true,
    opensLicence: false,
    prints: [enterprise, 'thêm 02 (hai) năm'],
  },
};

/**
 * A story's events without what may come earlier or later: reminders, and the entry in the register, which the worker makes
 * while the holder may already collect the certificate.
 */
export function inOrder(events: readonly string[]): readonly string[] {
  return events.filter((type) => type !== 'OfficerReminded' && type !== 'LicenceEntered');
}
