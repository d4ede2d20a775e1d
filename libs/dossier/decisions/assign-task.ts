import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { openTaskIds } from '../tasks.js';

/** Work is given to somebody, whoever held it before. */
export function assignTask(data: DossierCommands['assignTask'], dossier: OpenDossier): Decision {
  const { task, to } = data;
  if (!openTaskIds(dossier).includes(task)) return refuse('UnknownTask', { task });
  return dossier.holders[task] === to ? [] : [{ type: 'TaskAssigned', data }];
}
