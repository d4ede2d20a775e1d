import { type ProcedureFault, fault } from '../fault.js';
import type { Procedure } from '../procedure.js';
import { resultKindOf } from '../result.js';
import { allStages, hasStage, type ProcedureStage, stagesOf } from '../stages.js';

/** Without these nobody would decide, or no paper would tell of it. */
const needed: readonly ProcedureStage[] = ['receipt', 'appraisal', 'decision', 'certificate'];

/** An application reaches an end by the stages that a procedure has, and its result reaches somebody. */
export function stageFaults(procedure: Procedure): readonly ProcedureFault[] {
  return [
    ...orderFaults(procedure),
    ...needed.filter((stage) => !hasStage(procedure, stage)).map(missing),
    ...handoverFaults(procedure),
    ...forwardingFaults(procedure),
  ];
}

function orderFaults(procedure: Procedure): readonly ProcedureFault[] {
  const stages = stagesOf(procedure);
  const ordered = allStages.filter((stage) => stages.includes(stage));
  if (ordered.length === stages.length && ordered.every((stage, n) => stage === stages[n])) return [];
  return [
    fault('stages', 'stagesUnordered', {
      vi: 'Mỗi giai đoạn chỉ có một lần, theo thứ tự của quy trình',
      en: 'Each stage stands there once, in the order of the way',
    }),
  ];
}

function missing(stage: ProcedureStage): ProcedureFault {
  return fault('stages', 'stageMissing', {
    vi: `Không thể bỏ giai đoạn “${stage}”`,
    en: `The stage "${stage}" cannot be left out`,
  });
}

/** What is handed over to nobody must be for another authority, or come to all applicants online. */
function handoverFaults(procedure: Procedure): readonly ProcedureFault[] {
  const reaches = resultKindOf(procedure) === 'dossier.forward' || isOnline(procedure);
  if (hasStage(procedure, 'handover') || reaches) return [];
  return [
    fault('stages', 'resultUnreachable', {
      vi: 'Người nộp hồ sơ không trực tuyến sẽ không nhận được kết quả',
      en: 'Who does not apply online would never get the result',
    }),
  ];
}

function isOnline({ channels }: Procedure): boolean {
  return channels.every((channel) => channel === 'online');
}

/** What is sent on has an addressee and a number of the register of letters, and nobody here hands anything over. */
function forwardingFaults(procedure: Procedure): readonly ProcedureFault[] {
  if (resultKindOf(procedure) !== 'dossier.forward') return [];
  const { result, licence } = procedure;
  const isWhole =
    result?.forwardTo !== undefined &&
    licence.issuer?.letterSuffix !== undefined &&
    !hasStage(procedure, 'handover');
  if (isWhole) return [];
  return [
    fault('result.forwardTo', 'forwardingIncomplete', {
      vi: 'Chuyển hồ sơ cần cơ quan nhận, ký hiệu công văn, và không có giai đoạn trả kết quả',
      en: 'What is forwarded needs an addressee, a suffix of letters, and no stage of hand-over',
    }),
  ];
}
