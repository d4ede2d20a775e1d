import type { ClosedStage, Dossier, Outcome } from './state.js';

/** TrangThaiHoSo of the national public-service portal, 1 to 10. 6 (financial duty) does not occur: the licence is free. */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export function nationalStatusOf(dossier: Dossier): NationalStatus {
  switch (dossier.stage) {
    case 'receipt':
      return 1;
    case 'completeness':
      return 2;
    case 'supplement':
      return 5;
    case 'appraisal':
    case 'decision':
    case 'certificate':
      return 4;
    case 'handover':
      return 9;
    case 'closed':
      return endOf(dossier);
  }
}

/** What was sent on has its result here: the letter, of which the applicant is told. 8, "processing stopped", is only true of a dossier that had been accepted; one that had not was "not accepted". */
function endOf({ outcome, acceptance }: ClosedStage): NationalStatus {
  const broken = acceptance ? 8 : 3;
  const ends: Readonly<Record<Outcome, NationalStatus>> = {
    granted: 10,
    forwarded: 10,
    denied: 10,
    refused: 3,
    withdrawn: 7,
    redirected: broken,
    stopped: broken,
    lapsed: broken,
  };
  return ends[outcome];
}
