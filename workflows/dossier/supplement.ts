import { office } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** Supplement: the office's clocks rest. The applicant is reminded before the answer window closes; then the request lapses. */
export const supplement: StagePlan = {
  remindApplicant: office.remindApplicant,
  lapseSupplement: office.lapseSupplement,
};
