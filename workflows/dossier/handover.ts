import { licences, office } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Hand-over: the licence enters the register and begins its own life; the applicant is reminded of a result that waits. */
export const handover: StagePlan = {
  enterLicence: licences.enterLicence,
  remindApplicant: office.remindApplicant,
  remindOfficer: office.remindOfficer,
  escalateLateness: office.escalateLateness,
};
