import { describe, expect, it } from '@jest/globals';
import { toStored } from '#libs/commands/stored-events.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import { day, hanoi } from '../../../test/support/beekeepers.js';
import { beekeeping } from '../../../test/support/beekeeping.js';
import * as told from '../../../test/support/beekeeping-events.js';
import { courseOf } from '#libs/commands/dossier-course.js';
import { type Registered, registerFacts } from './register-facts.js';

const issuer = {
  parent: 'Tỉnh Ong',
  name: 'Sở Nuôi ong',
  decider: 'Giám đốc',
  place: 'Mường Mật',
  proposedBy: 'Trưởng phòng',
  recipients: ['Như trên'],
};

function registered(lastAt: string, ...events: readonly DossierEvent[]): Registered {
  const commits = events.map((event, index) => ({
    position: index + 1,
    recordedAt: hanoi(lastAt),
    h: 'a'.repeat(64),
    actor: { id: 'clerk', roles: [] },
    events: [toStored(event)],
  }));
  const course = courseOf(commits, () => beekeeping());
  if (!course) throw new Error('The log tells nothing');
  return { course, answers: undefined, applicant: 'Nguyễn Thị Ong' };
}

const extractOf = (...dossiers: readonly Registered[]) =>
  registerFacts(dossiers, {
    fromOn: day('2026-03-01'),
    toOn: day('2026-03-31'),
    position: 40,
    madeAt: hanoi('2026-04-05 09:00'),
    issuer,
    by: 'Lê Văn Mật',
    demonstration: false,
    verificationUrl: 'https://example.test/verify/code',
  });

describe('the extract of the register', () => {
  it('tells of each accepted dossier when it came, when it is due and what became of it', () => {
    const { entries } = extractOf(
      registered('2026-03-12 09:00', ...told.standing.closed),
      registered('2026-03-05 09:00', ...told.standing.completeness, told.withdrawn()),
      registered('2026-03-09 09:00', ...told.standing.supplement, told.supplementReceived()),
    );
    expect(
      entries.map(({ receivedOn, appointedOn, returnedOn, way, note }) => [
        receivedOn,
        appointedOn,
        returnedOn,
        way,
        note,
      ]),
    ).toStrictEqual([
      ['2026-03-02', '2026-03-16', '2026-03-12', 'Trực tiếp', undefined],
      ['2026-03-02', '2026-03-16', undefined, 'Trực tuyến', 'Rút hồ sơ'],
      ['2026-03-02', '2026-03-23', undefined, 'Trực tuyến', 'Bổ sung 1 lần'],
    ]);
  });

  it('leaves out who was never accepted, and is dated by the log', () => {
    const refused = registered('2026-04-03 09:00', told.submitted(), told.intakeRefused());
    expect(extractOf(refused)).toMatchObject({ entries: [], madeAt: hanoi('2026-04-05 09:00') });
    const late = registered('2026-04-02 09:00', ...told.standing.appraisal);
    expect(extractOf(refused, late)).toMatchObject({
      recordNumber: '40/TS',
      madeAt: hanoi('2026-04-05 09:00'),
      entries: [{ applicant: 'Nguyễn Thị Ong', contact: 'Không còn lưu' }],
    });
  });
});
