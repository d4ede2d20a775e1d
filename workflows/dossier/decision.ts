import { office } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Decision: the director is reminded before the draft's time is over, and lateness is escalated. */
export const decision: StagePlan = {
  remindOfficer: office.remindOfficer,
  escalateLateness: office.escalateLateness,
};
