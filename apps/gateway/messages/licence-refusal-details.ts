import type { Bilingual } from '#libs/kernel/bilingual.js';
import { type LocalDate, shownDate } from '#libs/kernel/time.js';
import type { ObligationOutcome } from '#libs/licence/progress.js';
import type { LicenceRefusalName, LicenceRefusals } from '#libs/licence/refusals.js';
import { factsCalled } from '#libs/procedures/fact-names.js';

/** What is said after a message: the day, the year or the limit that it turns on. Who reads it needs nothing else to do better. */
type Details = {
  readonly [Name in LicenceRefusalName]?: (details: LicenceRefusals[Name]) => Bilingual;
};

const outcomes: Readonly<Record<ObligationOutcome, Bilingual>> = {
  fulfilled: { vi: 'đã thực hiện đúng hạn', en: 'met in time' },
  fulfilledLate: { vi: 'đã thực hiện, quá hạn', en: 'met late' },
  excused: { vi: 'được miễn', en: 'excused' },
  missed: { vi: 'không thực hiện, cơ quan sẽ kiểm tra', en: 'not met, the authority will inspect' },
  lapsed: { vi: 'chấm dứt cùng giấy phép', en: 'ended with the licence' },
  unexamined: {
    vi: 'giấy phép chấm dứt khi báo cáo chưa được xem xét',
    en: 'the licence ended before the report was examined',
  },
};

const effects = {
  suspends: { vi: 'đình chỉ giấy phép', en: 'suspends the licence' },
  revokes: { vi: 'thu hồi giấy phép', en: 'revokes the licence' },
} as const;

const since = ({ endedOn }: { readonly endedOn: LocalDate }): Bilingual => ({
  vi: `Từ ngày ${shownDate(endedOn)}.`,
  en: `Since ${shownDate(endedOn)}.`,
});

export const licenceDetails: Details = {
  LicenceExpired: since,
  LicenceRevoked: since,
  LicenceReturned: since,
  LicenceReplaced: since,
  LicenceSuspended: ({ until }) => ({
    vi: `Đến hết ngày ${shownDate(until)}.`,
    en: `Until ${shownDate(until)}.`,
  }),
  ObligationSettled: ({ outcome }) => ({
    vi: `Kết quả: ${outcomes[outcome].vi}.`,
    en: `How: ${outcomes[outcome].en}.`,
  }),
  DueAfterTheEnd: ({ expiresOn }) => ({
    vi: `Giấy phép hết hiệu lực sau ngày ${shownDate(expiresOn)}.`,
    en: `Its last day is ${shownDate(expiresOn)}.`,
  }),
  DateAhead: ({ date, today }) => ({
    vi: `Ngày đã ghi: ${shownDate(date)}; hôm nay: ${shownDate(today)}.`,
    en: `Given: ${shownDate(date)}; today: ${shownDate(today)}.`,
  }),
  WrongPeriod: ({ expected }) =>
    expected === null
      ? { vi: 'Báo cáo này không ghi năm.', en: 'This report is about no year.' }
      : { vi: `Phải là năm ${expected}.`, en: `It must be ${expected}.` },
  PeriodNotOver: ({ period }) => ({
    vi: `Báo cáo năm ${period} nộp được từ ngày 01/01/${period + 1}.`,
    en: `The report on ${period} can be handed in from 01/01/${period + 1} on.`,
  }),
  MeasureNotForViolation: ({ effect }) => ({
    vi: `Hành vi này dẫn đến ${effects[effect].vi}.`,
    en: `This violation ${effects[effect].en}.`,
  }),
  NewLicenceNeeded: ({ fields }) => {
    const { vi, en } = factsCalled(fields);
    return { vi: `Nội dung đó là: ${vi}.`, en: `It is: ${en}.` };
  },
  ExtensionFiledLate: ({ filedOn, latest }) => ({
    vi: `Nộp ngày ${shownDate(filedOn)}; chậm nhất phải nộp ngày ${shownDate(latest)}.`,
    en: `Asked for on ${shownDate(filedOn)}; the last day was ${shownDate(latest)}.`,
  }),
  ExtensionsUsedUp: ({ times }) => ({
    vi: `Giấy phép được gia hạn nhiều nhất ${times} lần.`,
    en: `It can be extended ${times} times at most.`,
  }),
  ExtensionTooLong: ({ maxYears }) => ({
    vi: `Mỗi lần nhiều nhất ${maxYears} năm.`,
    en: `By ${maxYears} years at most each time.`,
  }),
};
