import { dossierDetails } from './dossier-details/projection.js';
import { dossierPapers } from './dossier-papers/projection.js';
import { dossierHistory } from './dossier-history/projection.js';
import { licenceRegister } from './licence-register/projection.js';
import { licenceObligations } from './licence-obligations/projection.js';
import { licenceDocuments } from './licence-documents/projection.js';
import type { Projection } from './projection.js';
import { publicTracking } from './public-tracking/projection.js';
import { taskInbox } from './task-inbox/projection.js';

/** Every read model there is. */
export const allProjections = [
  taskInbox,
  dossierDetails,
  dossierHistory,
  publicTracking,
  licenceRegister,
  licenceObligations,
  licenceDocuments,
  dossierPapers,
] as unknown as readonly Projection[];

export const readModelNames: readonly string[] = allProjections.map(({ name }) => name);
