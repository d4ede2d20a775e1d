import { office } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Completeness: whoever checks the papers is reminded before the check is due, and lateness goes to the head of division. */
export const completeness: StagePlan = {
  remindOfficer: office.remindOfficer,
  escalateLateness: office.escalateLateness,
};
