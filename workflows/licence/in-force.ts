import { licences } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';
import { ended } from './ended.js';

/** In force: its holder is reminded of duties and of renewal; what nobody met is noted; on its last day the licence expires. */
export const inForce: StagePlan = {
  ...ended,
  remindObligation: licences.remindObligation,
  missObligation: licences.missObligation,
  remindRenewal: licences.remindRenewal,
  expireLicence: licences.expireLicence,
};
