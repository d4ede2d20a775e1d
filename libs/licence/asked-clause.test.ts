import { expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time.js';
import type { AskedKind } from '#libs/procedures/supervision.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import type { LicenceCommand } from './commands.js';
import { decideLicence } from './decide.js';

const bees = supervisedBeekeeping();
const { supervision } = bees.licence;
if (!supervision) throw new Error('Beekeepers are supervised');
const asked = supervision.asked.map((rule) => ({
  ...rule,
  citation: { ...rule.citation, source: rule.kind },
}));
const procedure = { ...bees, licence: { ...bees.licence, supervision: { ...supervision, asked } } };
const data = { obligation: 'a-1', subject: 'Hives', dueOn: '2026-06-15' as LocalDate };

it.each<
  readonly [LicenceCommand['type'] & ('demandReport' | 'orderRemedy' | 'noteSourceConsent'), AskedKind]
>([
  ['demandReport', 'demandedReport'],
  ['orderRemedy', 'remedy'],
  ['noteSourceConsent', 'sourceConsent'],
])('%s cites the rule by which the authority may ask for it', (type, kind) => {
  const decided = decideLicence(
    { type, data },
    licenceOf(opened()),
    licenceAt('2026-05-05T03:00:00.000Z', procedure),
  );
  expect(decided).toMatchObject([{ type: 'ObligationAsked', data: { kind, clause: kind } }]);
});
