import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Digest } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import { textOf } from './compose.js';
import type { NoticeKind } from './notice.js';
import { saidOfLicence } from './said-of-licence.js';

const procedure = supervisedBeekeeping();
const day = (date: string) => date as LocalDate;
const at = (instant: string) => instant as Instant;

/** What the holder reads of the last of these events. */
function read(kind: NoticeKind, due: string, ...events: readonly LicenceEvent[]) {
  const last = events.at(-1);
  if (!last) throw new Error('Nothing happened');
  const licence = licenceOf(opened(), ...events);
  const said = saidOfLicence({ licence, procedure, calendar: vietnamCalendar }, last);
  return textOf({ kind, reference: licence.text, due, ...said });
}

describe('a holder who owes several things', () => {
  const asked: LicenceEvent = {
    type: 'ObligationAsked',
    data: {
      obligation: 'asked-1',
      kind: 'remedy',
      subject: 'Labels',
      clause: 'section 9',
      askedOn: day('2026-12-01'),
      dueOn: day('2027-01-14'),
    },
  };
  const remindedOf = (obligation: string, on = '2027-01-07'): LicenceEvent => ({
    type: 'ObligationReminded',
    data: {
      obligation,
      dueOn: day('2027-01-14'),
      step: 1,
      remindedAt: at(`${on}T01:00:00.000Z`),
    },
  });

  it('reads in every reminder which of them it is', () => {
    const due = '2027-01-14';
    expect(read('obligationDue', due, asked, remindedOf('asked-1')).en).toBe(
      'Licence 01/GP-NO: a duty, “remedy”, is due on 14/01/2027.',
    );
    expect(read('obligationDue', due, asked, remindedOf('honeyReport'))).toStrictEqual({
      vi: 'Giấy phép 01/GP-NO: nghĩa vụ “Báo cáo sản lượng mật hằng năm” đến hạn ngày 14/01/2027.',
      en: 'Licence 01/GP-NO: a duty, “Yearly report of the honey harvest”, is due on 14/01/2027.',
    });
  });

  // Two weeks after the day, reminders still said that the duty falls due on it.
  it('reads after the day that it is over, and on the day that it is not', () => {
    const due = '2027-01-14';
    expect(read('obligationDue', due, remindedOf('honeyReport', '2027-01-21')).vi).toBe(
      'Giấy phép 01/GP-NO: nghĩa vụ “Báo cáo sản lượng mật hằng năm” đã quá hạn ngày 14/01/2027. Xin thực hiện ngay.',
    );
    expect(read('obligationDue', due, asked, remindedOf('asked-1', '2027-01-21')).en).toBe(
      'Licence 01/GP-NO: a duty, “remedy”, was due on 14/01/2027 and is overdue. Please meet it at once.',
    );
    expect(read('obligationDue', due, remindedOf('honeyReport', due)).vi).toContain(
      'đến hạn ngày 14/01/2027',
    );
  });

  it('reads it when something is asked, and when it is missed', () => {
    expect(read('obligationAsked', '2027-01-14', asked).en).toBe(
      'Licence 01/GP-NO: the authority asks something of you (“remedy”) by 14/01/2027.',
    );
    const data = {
      obligation: 'asked-1',
      dueOn: day('2027-01-14'),
      missedOn: day('2027-01-28'),
      inspection: 'i',
    };
    expect(read('obligationMissed', '2027-01-14', asked, { type: 'ObligationMissed', data }).en).toBe(
      'Licence 01/GP-NO: a duty, “remedy”, due 14/01/2027 was not fulfilled; an inspection is asked for.',
    );
  });

  it('is told without a name what a message of an earlier release did not name', () => {
    expect(textOf({ kind: 'obligationDue', reference: '01/GP-NO' })).toStrictEqual({
      vi: 'Giấy phép 01/GP-NO: nghĩa vụ đến hạn.',
      en: 'Licence 01/GP-NO: a duty is due.',
    });
  });
});

describe('an officer with work about a licence', () => {
  // The last day ends at 24:00, an instant of the day after: who read that day had a day too many.
  it('reads the last day, not the one that begins when it is over', () => {
    const data = { task: 'examine-honeyReport-2027-01-14-1', dueAt: at('2027-01-15T17:00:00.000Z') };
    expect(read('licenceWorkDue', data.dueAt, { type: 'WorkReminded', data }).en).toContain('15/01/2027');
    expect(read('licenceWorkLate', data.dueAt, { type: 'WorkEscalated', data }).vi).toContain('15/01/2027');
  });
});

describe('a holder who tells of another owner', () => {
  const noted = (late: boolean): LicenceEvent => ({
    type: 'HolderChangeNoted',
    data: {
      change: 'owner',
      changedOn: day('2027-04-20'),
      evidence: 'd'.repeat(64) as Digest,
      notedOn: day('2027-05-20'),
      told: { on: day('2027-05-10'), by: day('2027-05-07'), late },
    },
  });

  it('reads that the notice came late, and until when it was due', () => {
    expect(read('holderChangeNoted', '2027-05-20', noted(true)).vi).toBe(
      'Giấy phép 01/GP-NO: thông báo thay đổi của quý vị đã được ghi nhận, nhưng nộp quá hạn (07/05/2027).',
    );
    expect(read('holderChangeNoted', '2027-05-20', noted(false)).en).toBe(
      'Licence 01/GP-NO: your notice of change has been recorded.',
    );
  });
});

describe('a holder whose licence ends', () => {
  const reminded = (expiresOn: string, remindedAt: string): LicenceEvent => ({
    type: 'RenewalReminded',
    data: { step: 1, expiresOn: day(expiresOn), remindedAt: at(remindedAt) },
  });
  const extended = (expiresOn: string): LicenceEvent => ({
    type: 'LicenceExtended',
    data: { filedOn: day('2031-02-03'), years: 2, extendedOn: day('2031-02-10'), expiresOn: day(expiresOn) },
  });
  const over = (due: string) =>
    `Licence 01/GP-NO ends on ${due} and can no longer be extended. To go on, apply for a new licence.`;

  it('reads until when an extension can be asked for', () => {
    expect(
      read('renewalDue', '2031-03-16', reminded('2031-03-16', '2031-01-15T01:00:00.000Z')),
    ).toStrictEqual({
      vi: 'Giấy phép 01/GP-NO hết hạn ngày 16/03/2031. Xin nộp hồ sơ gia hạn kịp thời, chậm nhất ngày 14/02/2031.',
      en: 'Licence 01/GP-NO ends on 16/03/2031. File for an extension in time, by 14/02/2031 at the latest.',
    });
  });

  it('is not sent to ask for a third extension', () => {
    const twice = [extended('2033-03-16'), extended('2035-03-16')];
    const third = reminded('2035-03-16', '2035-01-15T01:00:00.000Z');
    expect(read('renewalDue', '2035-03-16', ...twice, third).en).toBe(over('16/03/2035'));
  });

  it('is not sent to ask for one when the reminder comes after its last day, as after an outage', () => {
    const late = reminded('2031-03-16', '2031-02-14T17:00:00.000Z');
    expect(read('renewalDue', '2031-03-16', late).en).toBe(over('16/03/2031'));
    const onTheDay = reminded('2031-03-16', '2031-02-14T16:59:00.000Z');
    expect(read('renewalDue', '2031-03-16', onTheDay).en).toContain('14/02/2031');
  });
});
