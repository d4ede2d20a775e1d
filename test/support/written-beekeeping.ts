import type { Procedure } from '#libs/procedures/procedure.js';
import { letteredBeekeeping } from './beekeeping.js';
import { supervisedBeekeeping } from './supervised-beekeeping.js';

const letter = { asks: 'report', finds: 'Wanted:', demands: ['Report'], consequence: 'it is inspected' };

/** The beekeeping licence with an authority that puts into writing what it does. */
export function writtenBeekeeping(): Procedure {
  const bees = supervisedBeekeeping();
  const { supervision } = bees.licence;
  if (!supervision) throw new Error('Beekeepers are supervised');
  const documents = {
    decisionSuffix: 'QĐ-NO',
    within: { amount: 3, unit: 'workingDays' },
    suspended: ['Keep no bees'],
    revoked: ['Give the hives away'],
    letters: { demandedReport: letter, remedy: letter },
    citation: { source: 'The office', certainty: 'officeRule' },
  } as const;
  const { issuer } = letteredBeekeeping().licence;
  if (!issuer) throw new Error('Letters have a sender');
  return { ...bees, licence: { ...bees.licence, issuer, supervision: { ...supervision, documents } } };
}
