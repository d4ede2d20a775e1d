import { licences } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** In force: the holder is reminded of every yearly report and of renewal in time; on its last day the licence expires. */
export const inForce: StagePlan = {
  remindObligation: licences.remindObligation,
  remindRenewal: licences.remindRenewal,
  expireLicence: licences.expireLicence,
};
