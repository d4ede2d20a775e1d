import type { Procedure } from '#libs/procedures/procedure.js';
import type { AskedKind, Supervision } from '#libs/procedures/supervision.js';
import { beekeeping } from './beekeeping.js';

const citation = { source: 'Beekeeping Act, section 9', certainty: 'verified' } as const;
const days = (amount: number) => ({ amount, unit: 'calendarDays' }) as const;
const form = { id: 'honey-report', version: '1', name: { vi: 'Báo cáo', en: 'Report' } };
const weekly = { every: { amount: 1, unit: 'weeks' }, times: 4, missedAfter: days(35) } as const;
const asked = (kind: AskedKind) => ({
  kind,
  name: { vi: kind, en: kind },
  form,
  remindBefore: [days(7)],
  overdue:
    kind === 'remedy'
      ? { ...weekly, times: 1, missedAfter: { amount: 10, unit: 'workingDays' as const } }
      : weekly,
  citation,
});

const honeySupervision: Supervision = {
  asked: [asked('demandedReport'), asked('remedy'), asked('sourceConsent')],
  violations: [
    { code: 'mislabelling', text: { vi: 'Ghi sai nhãn', en: 'Mislabelling' }, effect: 'suspends', citation },
    { code: 'poisoning', text: { vi: 'Đầu độc', en: 'Poisoning' }, effect: 'revokes', citation },
  ],
  suspension: { lasts: { amount: 3, unit: 'months' }, revokedAt: 2, citation },
  revocation: { citation },
  extension: { fileBefore: days(30), times: 2, maxYears: 2, citation },
  amendable: { facts: ['hives'], citation },
  appealWithin: days(90),
  examination: { within: { amount: 5, unit: 'workingDays' }, citation },
  inspection: { within: { amount: 10, unit: 'workingDays' }, citation },
};

/** The beekeeping licence with an authority that follows up: reports are handed in, late holders are chased, licences suspended. */
export function supervisedBeekeeping(): Procedure {
  const bees = beekeeping();
  const [honey] = bees.licence.obligations;
  if (!honey) throw new Error('Beekeepers report their harvest');
  const followed = { ...honey, remindBefore: [days(60), days(30), days(7), days(1)], form, overdue: weekly };
  return { ...bees, licence: { ...bees.licence, obligations: [followed], supervision: honeySupervision } };
}
