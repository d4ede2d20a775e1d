import { office, papers } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Certificate: the records clerk is reminded to give the number; as soon as it is there the certificate is drawn. */
export const certificate: StagePlan = {
  remindOfficer: office.remindOfficer,
  escalateLateness: office.escalateLateness,
  issueCertificate: papers.issueCertificate,
};
