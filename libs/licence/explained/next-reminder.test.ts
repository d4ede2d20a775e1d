import { expect, it } from '@jest/globals';
import { licenceAt, licenceOf, opened } from '../../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../../test/support/supervised-beekeeping.js';
import { licenceAgenda, nextReminderOn } from '../agenda.js';
import { decideLicence } from '../decide.js';
import type { LicenceEvent } from '../events.js';
import { explainNextReminder } from './next-reminder.js';

const bees = supervisedBeekeeping();
const { calendar } = licenceAt('2026-03-16T00:00:00.000Z', bees);

it('says of every reminder of a life why it comes when it does, those on the day and after it among them', () => {
  const events: LicenceEvent[] = [opened()];
  const seen: string[] = [];
  for (let turn = 0; turn < 100; turn += 1) {
    const licence = licenceOf(...events);
    const on = nextReminderOn(licence, bees, calendar);
    const why = explainNextReminder(licence, bees, calendar);
    expect(why?.on).toBe(on);
    if (why) seen.push(why.text.en);
    const [next] = licenceAgenda(licence, bees, calendar);
    if (!next) break;
    if (next.action === 'issueDocument') throw new Error('No document was ordered');
    const decision = decideLicence(next.command, licence, licenceAt(next.at, bees));
    if ('refusal' in decision) throw new Error(`${next.key}: ${decision.refusal}`);
    events.push(...decision);
  }
  expect(seen.some((text) => text.includes('ahead'))).toBe(true);
  expect(seen.some((text) => text.includes('until it is done'))).toBe(true);
});
