import { type ProcedureFault, fault } from './fault.js';
import type { Procedure } from './procedure.js';
import { certaintyFaults } from './sense/certainty.js';
import { codeFaults } from './sense/codes.js';
import { licenceFaults } from './sense/licence.js';
import { participantFaults } from './sense/participants.js';
import { stageFaults } from './sense/stages.js';
import { timeFaults } from './sense/times.js';

export type { ProcedureFault } from './fault.js';

/**
 * Whether a procedure of the right shape makes sense: nothing in it is ambiguous, unreachable, uncountable, or could be waited
 * for for ever. All faults at once.
 */
export function checkProcedure(procedure: Procedure): readonly ProcedureFault[] {
  return [
    ...codeFaults(procedure),
    ...timeFaults(procedure),
    ...participantFaults(procedure),
    ...licenceFaults(procedure),
    ...stageFaults(procedure),
    ...certaintyFaults(procedure),
  ];
}

/** On any one day at most one version of a procedure is in force. Paths name the later version: `id@version`. */
export function checkVersions(procedures: readonly Procedure[]): readonly ProcedureFault[] {
  const sorted = procedures.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.flatMap((later, index) => {
    const earlier = sorted.slice(0, index).filter((other) => other.id === later.id);
    return earlier.flatMap((other) => versionFaults(other, later));
  });
}

function versionFaults(earlier: Procedure, later: Procedure): readonly ProcedureFault[] {
  const path = `${later.id}@${later.version}`;
  if (earlier.version === later.version) {
    return [
      fault(path, 'duplicateVersion', { vi: 'Phiên bản bị trùng', en: 'The same version exists twice' }),
    ];
  }
  if (earlier.validTo !== undefined && earlier.validTo < later.validFrom) return [];
  return [
    fault(path, 'overlappingValidity', {
      vi: `Thời gian hiệu lực chồng lấn với phiên bản ${earlier.version}`,
      en: `Its validity overlaps that of version ${earlier.version}`,
    }),
  ];
}
