import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { objectionToWorker } from './work.js';

/** Every item of the checklist is answered; recorded again, the later finding holds. */
export function recordAppraisal(
  data: DossierCommands['recordAppraisal'],
  dossier: AppraisalStage,
  { procedure, actor }: Circumstances,
): Decision {
  const objection = objectionToWorker(dossier, actor);
  if (objection) return objection;
  const items = procedure.checklist.map(({ code }) => code);
  const unknown = data.findings.find(({ item }) => !items.includes(item));
  if (unknown) return refuse('ChecklistItemUnknown', { item: unknown.item });
  const codes = data.findings.map(({ item }) => item);
  const twice = codes.find((item, index) => codes.indexOf(item) !== index);
  if (twice !== undefined) return refuse('ChecklistItemTwice', { item: twice });
  const missing = items.filter((code) => !codes.includes(code));
  if (missing.length > 0) return refuse('ChecklistIncomplete', { missing });
  return [{ type: 'AppraisalRecorded', data }];
}
