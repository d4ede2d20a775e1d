import { office } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/**
 * Appraisal and opinions: the specialist and each asked agency are reminded, lateness is escalated, and an agency that stays
 * silent past its time is noted, so that the decision need not wait for it.
 */
export const appraisal: StagePlan = {
  remindOfficer: office.remindOfficer,
  escalateLateness: office.escalateLateness,
  noteOpinionOverdue: office.noteOpinionOverdue,
};
