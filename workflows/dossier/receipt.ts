import { office } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Receipt: the one-stop clerk is reminded before the intake answer is due, and lateness goes to the head of division. */
export const receipt: StagePlan = {
  remindOfficer: office.remindOfficer,
  escalateLateness: office.escalateLateness,
};
