import type { PaperStanding } from '#libs/issuing/paper-standing.js';
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
