import type { PaperStanding } from '#libs/issuing/paper-standing.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { ResultKind } from '#libs/procedures/result.js';
import type { OfficialDocument } from './documents.js';
import { isLiving, type Licence } from './licence.js';
import { isSettled } from './open-documents.js';

/** What a decision or letter about a licence is worth, as the licence now stands. */
export function documentStanding(
  { id, kind, obligation }: OfficialDocument,
  licence: Licence,
): PaperStanding {
  switch (kind) {
    case 'suspension': {
      const newest = licence.documents.findLast((one) => one.kind === 'suspension');
      return licence.stage === 'suspended' && newest?.id === id ? 'inEffect' : 'over';
    }
    case 'lifting':
    case 'revocation':
      return 'inEffect';
    case 'remedyOrder':
    case 'reportDemand':
    case 'reminder':
      if (isSettled(obligation, licence)) return 'settled';
      return isLiving(licence) ? 'inEffect' : 'over';
  }
}

/** A paper that an application about a licence ended in, and the last day in force that it names. */
export interface ResultOnPaper {
  readonly kind: ResultKind;
  readonly expiresOn: LocalDate | undefined;
}

/** That a licence was given back is said for good; all else holds no longer than the licence, and a last day until it is put off. */
export function resultStanding({ kind, expiresOn }: ResultOnPaper, licence: Licence): PaperStanding {
  if (kind === 'licence.return') return 'inEffect';
  if (!isLiving(licence)) return 'over';
  const isPutOff = licence.extendedTerms.some((term) => term.expiresOn === expiresOn);
  return isPutOff && kind !== 'licence.amend' ? 'changed' : 'inEffect';
}
