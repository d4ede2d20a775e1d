import { describe, expect, it } from '@jest/globals';
import { toStored } from '#libs/commands/stored-events.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import { beekeeper, clerk, director, hanoi, specialist } from '../../../test/support/beekeepers.js';
import { beekeeping } from '../../../test/support/beekeeping.js';
import * as told from '../../../test/support/beekeeping-events.js';
import { controlSlipFacts } from './control-slip-facts.js';
import { courseOf } from '#libs/commands/dossier-course.js';

type Told = readonly [at: string, by: string, ...events: DossierEvent[]];

const courseIn = (...commits: readonly Told[]) =>
  courseOf(
    commits.map(([at, by, ...events], index) => ({
      position: 10 + index,
      recordedAt: hanoi(at),
      h: 'a'.repeat(64),
      actor: { id: by, roles: [] },
      events: events.map(toStored),
    })),
    () => beekeeping(),
  );

function slipOf(...commits: readonly Told[]) {
  const course = courseIn(...commits);
  if (!course) throw new Error('The log tells nothing');
  const [nameOf, handOf] = [(id: string) => `=${id}`, (id: string) => `~${id}`];
  return controlSlipFacts(course, {
    nameOf,
    handOf,
    answers: undefined,
    demonstration: false,
    verificationUrl: 'https://example.test/verify/code',
  });
}

const start: readonly Told[] = [
  ['2026-03-02 09:00', beekeeper, told.submitted()],
  ['2026-03-02 10:00', clerk, told.accepted()],
];

const rows = (...commits: readonly Told[]) =>
  slipOf(...start, ...commits)
    ?.steps.slice(1)
    .map(({ from, to, result, note }) => [from, to, result, note]);

describe('the control slip', () => {
  it('is not there before the dossier has a code', () => {
    expect(slipOf(start[0]!)).toBeUndefined();
    expect(courseIn()).toBeUndefined();
  });

  it('says who handed the dossier to whom, and whether that was in time', () => {
    expect(
      rows(
        ['2026-03-04 09:00', clerk, told.completenessConfirmed()],
        ['2026-03-09 09:00', specialist, told.decisionProposed()],
        ['2026-03-11 19:00', director, told.licenceGranted()],
      ),
    ).toStrictEqual([
      ['~clerk', 'Bộ phận Một cửa', 'early', 'Hạn 17:00 03/03/2026'],
      ['~clerk', 'Chuyên viên thẩm định', 'late', 'Hạn 17:00 03/03/2026'],
      ['~specialist', 'Lãnh đạo', 'early', 'Hạn 17:00 10/03/2026'],
      ['~director', 'Văn thư', 'onTime', 'Hạn 17:00 11/03/2026'],
    ]);
  });

  it('follows the dossier to other agencies and back, and tells of apologies and reported lateness', () => {
    expect(
      rows(
        ['2026-03-03 09:00', clerk, told.completenessConfirmed()],
        ['2026-03-04 09:00', specialist, told.opinionAsked()],
        ['2026-03-10 16:00', 'ranger', told.opinionGiven()],
        ['2026-03-12 09:00', director, told.deadlineExtended()],
        [
          '2026-03-12 10:00',
          'system',
          { type: 'LatenessEscalated', data: { task: 'appraise-1', dueAt: hanoi('2026-03-10 17:00') } },
        ],
      )?.slice(2),
    ).toStrictEqual([
      ['~specialist', 'Hạt Kiểm lâm', undefined, 'Lấy ý kiến, hạn 17:00 10/03/2026'],
      ['Hạt Kiểm lâm', 'Chuyên viên thẩm định', 'onTime', 'Hạn 17:00 10/03/2026'],
      ['~director', 'Người nộp hồ sơ', undefined, 'Xin lỗi, hẹn lại ngày 23/03/2026: It rained'],
      ['~system', 'Lãnh đạo', 'late', 'Báo cáo quá hạn: Thẩm định hồ sơ, hạn 17:00 10/03/2026'],
    ]);
  });

  it('is signed by who accepted the dossier and numbered by the log, whoever asks and whenever', () => {
    expect(slipOf(...start)).toMatchObject({
      recordNumber: '11/PKS',
      madeAt: hanoi('2026-03-02 10:00'),
      signer: { name: '=clerk' },
      applicant: { name: '=beekeeper', address: 'Không còn lưu' },
      appointedAt: hanoi('2026-03-16 17:00'),
    });
  });
});
