import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToHolder, objectionToTask } from './work.js';

/** Work is given to somebody, whoever held it before. */
export function assignTask(data: DossierCommands['assignTask'], dossier: OpenDossier): Decision {
  const { task, to } = data;
  const objection = objectionToTask(dossier, task) ?? objectionToHolder(dossier, task, to);
  if (objection) return objection;
  return dossier.holders[task] === to ? [] : [{ type: 'TaskAssigned', data }];
}
