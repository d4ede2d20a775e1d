import { carryOutForDossier } from './carry-out.js';
import type { ActivityDependencies, SubjectReference } from './dependencies.js';

/** What time does to an open dossier. Each verb does what of its kind is due, once, and tells where the dossier stands then. */
export function createOfficeActivities(dependencies: ActivityDependencies) {
  const verb = (action: string) => (subject: SubjectReference) =>
    carryOutForDossier(dependencies, subject, action);
  return {
    remindOfficer: verb('remindOfficer'),
    escalateLateness: verb('escalateLateness'),
    noteOpinionOverdue: verb('noteOpinionOverdue'),
    lapseSupplement: verb('lapseSupplement'),
    remindApplicant: verb('remindApplicant'),
  };
}

export type OfficeActivities = ReturnType<typeof createOfficeActivities>;
