import { licences } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Closed: nothing falls due any more but the entry of a licence whose holder collected it before it was in the register. */
export const closed: StagePlan = {
  enterLicence: licences.enterLicence,
};
