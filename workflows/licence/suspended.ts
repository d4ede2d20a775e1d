import { licences } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';
import { inForce } from './in-force.js';

/** Suspended: duties and the term run on, and the suspension ends by itself when its time is over. */
export const suspended: StagePlan = { ...inForce, endSuspension: licences.endSuspension };
