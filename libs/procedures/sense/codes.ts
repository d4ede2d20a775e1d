import { type ProcedureFault, fault } from '../fault.js';
import type { Procedure } from '../procedure.js';

/** A code is what events and notices refer to: within its list it means one thing. */
export function codeFaults(procedure: Procedure): readonly ProcedureFault[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    papers: codesOf(procedure.papers),
    deficiencies: codesOf(procedure.deficiencies),
    intakeRefusals: codesOf(procedure.intakeRefusals),
    denialReasons: codesOf(procedure.denialReasons),
    stopReasons: codesOf(procedure.stopReasons),
    checklist: codesOf(procedure.checklist),
    opinions: procedure.opinions.map(({ agency }) => agency),
    'licence.obligations': codesOf(procedure.licence.obligations),
    'licence.contents': (procedure.licence.contents ?? []).map((content) => content.fact),
  };
  return Object.entries(lists).flatMap(([path, codes]) =>
    codes.flatMap((code, index) =>
      codes.indexOf(code) === index ? [] : [duplicate(`${path}[${index}]`, code)],
    ),
  );
}

function codesOf(entries: readonly { readonly code: string }[]): readonly string[] {
  return entries.map(({ code }) => code);
}

function duplicate(path: string, code: string): ProcedureFault {
  return fault(path, 'duplicateCode', {
    vi: `Mã “${code}” bị trùng trong cùng danh mục`,
    en: `The code "${code}" occurs twice in the same list`,
  });
}
