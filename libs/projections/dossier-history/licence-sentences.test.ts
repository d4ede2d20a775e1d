import { expect, it } from '@jest/globals';
import { licenceAt, licenceOf, opened } from '../../../test/support/beekeeping-licences.js';
import { digest } from '../../../test/support/beekeepers.js';
import { supervisedBeekeeping } from '../../../test/support/supervised-beekeeping.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { decideLicence } from '#libs/licence/decide.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { licenceSentence } from './licence-sentences.js';

const procedure = supervisedBeekeeping();
const REPORT = 'honeyReport-2027-01-14';
const inspector = 'an' as PersonId;
const dueOn = '2027-03-20' as LocalDate;
const asked = { obligation: 'asked-0aaf02e919d1', subject: 'Ghi nhãn', dueOn };
const dueAt = '2027-03-08T17:00:00.000Z' as Instant;

/** Every sentence about what these commands led to, one after the other. */
function story(...acts: readonly (readonly [at: string, command: LicenceCommand])[]) {
  const events: LicenceEvent[] = [opened()];
  return acts.flatMap(([at, command]) => {
    const decided = decideLicence(command, licenceOf(...events), licenceAt(at, procedure));
    if ('refusal' in decided) throw new Error(decided.refusal);
    events.push(...decided);
    const named = { licence: licenceOf(...events), procedure };
    return decided.map((event) => licenceSentence(event, named));
  });
}

const inVietnamese = (sentences: ReturnType<typeof story>) => sentences.map(({ vi }) => vi);

// Sentences once gave ids, or did not say which of many reports they were about.
it('names the duty that a reminder, a report or an inspection is about, by what it is and its day', () => {
  const told = story(
    [
      '2027-01-04T03:00:00.000Z',
      { type: 'submitReport', data: { obligation: REPORT, period: 2026, report: digest('a') } },
    ],
    ['2027-01-05T03:00:00.000Z', { type: 'returnReport', data: { obligation: REPORT, reason: 'Thiếu.' } }],
    ['2027-03-01T03:00:00.000Z', { type: 'orderRemedy', data: asked }],
    [
      '2027-03-15T01:00:00.000Z',
      { type: 'remindObligation', data: { obligation: asked.obligation, dueOn, step: 1 } },
    ],
    ['2027-03-16T03:00:00.000Z', { type: 'missObligation', data: { obligation: REPORT } }],
    [
      '2027-03-17T03:00:00.000Z',
      { type: 'claimInspection', data: { inspection: `inspect-${REPORT}`, inspector } },
    ],
  );
  const report = 'nghĩa vụ “Báo cáo sản lượng mật hằng năm”, hạn ngày 14/01/2027';
  expect(inVietnamese(told)).toStrictEqual([
    `Đã nộp báo cáo lần 1: ${report}.`,
    `Trả lại báo cáo lần 1 (${report}): Thiếu.`,
    'remedy: Ghi nhãn (hạn ngày 20/03/2027; Beekeeping Act, section 9).',
    'Nhắc nghĩa vụ “remedy”, hạn ngày 20/03/2027.',
    `Không thực hiện ${report}; đề nghị kiểm tra.`,
    `Nhận việc kiểm tra ${report}.`,
  ]);
});

it('names the work that the office is reminded of, and its last day as the one on which it is still in time', () => {
  const events: readonly LicenceEvent[] = ['inspect', 'examine'].map((verb) => ({
    type: verb === 'inspect' ? 'WorkReminded' : 'WorkEscalated',
    data: { task: verb === 'inspect' ? `inspect-${REPORT}` : `examine-${REPORT}-2`, dueAt },
  }));
  const named = { licence: licenceOf(opened()), procedure };
  expect(events.map((event) => licenceSentence(event, named).vi)).toStrictEqual([
    'Nhắc người xử lý: kiểm tra nghĩa vụ “Báo cáo sản lượng mật hằng năm”, hạn ngày 14/01/2027; hạn 08/03/2027.',
    'Báo cáo trưởng phòng: chưa xem xét báo cáo về nghĩa vụ “Báo cáo sản lượng mật hằng năm”, hạn ngày 14/01/2027; quá hạn 08/03/2027.',
  ]);
});

it('says on which ground a licence is suspended, what of it is amended, and why it is issued again', () => {
  const told = story(
    ['2027-01-04T03:00:00.000Z', { type: 'amendLicence', data: { facts: ['hives'], evidence: digest('b') } }],
    ['2027-01-05T03:00:00.000Z', { type: 'reissueLicence', data: { cause: 'lost', reason: 'Mất.' } }],
    [
      '2027-01-06T03:00:00.000Z',
      {
        type: 'suspendLicence',
        data: { ground: { kind: 'violation', violation: 'mislabelling' }, reason: 'BB 1.' },
      },
    ],
  );
  expect(inVietnamese(told)).toStrictEqual([
    'Sửa đổi, bổ sung giấy phép: hives.',
    'Cấp lại giấy phép bị mất: Mất.',
    'Đình chỉ giấy phép đến hết ngày 06/04/2027: Ghi sai nhãn. BB 1. (Beekeeping Act, section 9; khiếu nại đến hết ngày 06/04/2027)',
  ]);
  const real: LicenceEvent = {
    type: 'LicenceAmended',
    data: { facts: ['site.domain', 'holder.name'], evidence: digest('b'), amendedOn: dueOn },
  };
  expect(licenceSentence(real, { licence: licenceOf(opened()), procedure })).toStrictEqual({
    vi: 'Sửa đổi, bổ sung giấy phép: tên miền, tên tổ chức, doanh nghiệp.',
    en: 'Licence amended: domain, name of the organisation.',
  });
});
