import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { vietnamEdition } from '#libs/calendar/editions/vietnam.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { NudgeLedger } from '#libs/nudges/nudge-ledger.js';
import { hashOf } from '#libs/procedures/load-procedures.js';
import { announce } from '../../apps/cli/announcing/announce.js';
import { underAppraisal } from './support/filing.js';
import { licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const edition = {
  ...vietnamEdition,
  version: '2026.3',
  replaces: vietnamEdition.version,
  holidays: [
    ...vietnamEdition.holidays,
    {
      on: '2027-06-16' as LocalDate,
      name: { vi: 'Nghỉ bão', en: 'Closed for the storm' },
      kind: 'closure',
      source: 'Công điện của tỉnh',
      certainty: 'verified',
    },
  ],
} as const;

it('an announcement that was cut off before it told the workflows tells them when it is repeated', async () => {
  const { licenceId } = await licensed(office, await underAppraisal(office));
  const ledger = new NudgeLedger(office.backbone.connection);
  const named = { edition, hash: hashOf(edition) };
  const owed = async () => {
    const all = await ledger.listOwed(100);
    await ledger.settle(all);
    return all.map(({ _id }) => _id);
  };
  expect((await announce(office.backbone, named, 'operator')).inForceFrom).toBeDefined();
  expect(await owed()).toContain(`licence/${licenceId}`);
  expect(await announce(office.backbone, named, 'operator')).toStrictEqual({ moved: [] });
  expect(await owed()).toContain(`licence/${licenceId}`);
});
