import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Finding } from '../events.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { objectionToWorker } from './work.js';

/** Every item of the checklist is answered; recorded again, the later appraisal holds. */
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
  return isRecorded(data, dossier) ? [] : [{ type: 'AppraisalRecorded', data }];
}

function isRecorded(
  { findings, report }: DossierCommands['recordAppraisal'],
  { findings: recorded = [], report: known }: AppraisalStage,
): boolean {
  return report === known && findings.every((finding) => recorded.some((one) => isSame(one, finding)));
}

function isSame(one: Finding, other: Finding): boolean {
  return one.item === other.item && one.met === other.met && one.note === other.note;
}
