import { expect, it } from '@jest/globals';
import type { Digest, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { writtenBeekeeping } from '../../test/support/written-beekeeping.js';
import type { LicenceCommand } from './commands.js';
import { decideLicence } from './decide.js';
import type { LicenceEvent } from './events.js';
import { licenceRegistersFor } from './registers.js';

const bees = writtenBeekeeping();
const obligation = 'a-1';
const document = `remedyOrder-${obligation}`;
const file = 'f'.repeat(64) as Digest;
const drawn = { file, pages: 1, template: { id: 't', version: '1', hash: file }, signatures: [] };

const order: LicenceCommand = {
  type: 'orderRemedy',
  data: { obligation, subject: 'Label the hives', dueOn: '2026-06-15' as LocalDate },
};
const approve: LicenceCommand = { type: 'approveDocument', data: { document } };
const number: LicenceCommand = { type: 'allocateDocumentNumber', data: { document } };
const issue: LicenceCommand = { type: 'issueDocument', data: { document, text: '01/SNO', ...drawn } };
const miss: LicenceCommand = { type: 'missObligation', data: { obligation } };
const suspend: LicenceCommand = {
  type: 'suspendLicence',
  data: { ground: { kind: 'remedyOverrun', obligation }, reason: 'Not labelled' },
};

type Act = readonly [who: string, date: string, command: LicenceCommand];

/** What came of the last of these acts. */
function after(...acts: readonly Act[]): string {
  const events: LicenceEvent[] = [opened()];
  let last = '';
  for (const [who, date, command] of acts) {
    const circumstances = licenceAt(`${date}T03:00:00.000Z`, bees);
    const licence = licenceOf(...events);
    const registers = licenceRegistersFor(command, licence, circumstances);
    const nextNumber = Object.fromEntries(registers.map((register) => [register, 1]));
    const answer = decideLicence(command, licence, { ...circumstances, actor: who as PersonId, nextNumber });
    if ('refusal' in answer) return answer.refusal;
    events.push(...answer);
    last = answer[0]?.type ?? '';
  }
  return last;
}

/** Ordered, approved, numbered and out in time: of another shortcoming. */
const another = { obligation: 'a-0', subject: 'Fence', dueOn: '2026-06-15' as LocalDate };
const otherLetter = 'remedyOrder-a-0';
const otherRemedy: readonly Act[] = [
  ['specialist', '2026-05-04', { type: 'orderRemedy', data: another }],
  ['director', '2026-05-04', { type: 'approveDocument', data: { document: otherLetter } }],
  ['records', '2026-05-04', { type: 'allocateDocumentNumber', data: { document: otherLetter } }],
  [
    'system',
    '2026-05-04',
    { type: 'issueDocument', data: { document: otherLetter, text: '01/SNO', ...drawn } },
  ],
];

const ordered: Act = ['specialist', '2026-05-05', order];
const approved: Act = ['director', '2026-05-06', approve];
const outOn = (date: string): readonly Act[] => [
  ['records', date, number],
  ['system', date, issue],
];
const overrun: Act = ['system', '2026-07-01', miss];
const suspended: Act = ['director', '2026-07-02', suspend];

// The law asks for a written request with a time in it; a licence was suspended over a letter that nobody ever signed.
it.each<readonly [what: string, acts: readonly Act[], answer: string]>([
  ['its letter came in time', [ordered, approved, ...outOn('2026-05-07')], 'LicenceSuspended'],
  ['its letter came on the last day', [ordered, approved, ...outOn('2026-06-15')], 'LicenceSuspended'],
  ['its letter came a day late', [ordered, approved, ...outOn('2026-06-16')], 'RemedyNotInWriting'],
  ['its letter was never approved', [ordered], 'RemedyNotInWriting'],
  ['another remedy was ordered by letter', [...otherRemedy, ordered], 'RemedyNotInWriting'],
  [
    'its letter has a number and is not signed',
    [ordered, approved, ...outOn('2026-05-07').slice(0, 1)],
    'RemedyNotInWriting',
  ],
])('a licence over an overrun remedy, where %s', (_, acts, answer) => {
  expect(after(...acts, overrun, suspended)).toBe(answer);
});
