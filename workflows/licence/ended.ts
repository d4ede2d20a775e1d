import { documents, licences } from '../activities.js';
import type { StagePlan } from '../subject-in-time.js';

/** No longer in force: the decision that ended it is still drawn, and whoever has work with it reminded. */
export const ended: StagePlan = {
  issueDocument: documents.issueDocument,
  remindWork: licences.remindWork,
  escalateWork: licences.escalateWork,
};
