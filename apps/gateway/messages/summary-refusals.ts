import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { SummaryRefusalName } from '#libs/summary-duties/refusals.js';

/** What dossiers and licences are refused by the same name for has its message there. */
type Shared = 'TextMissing' | 'DateAhead';

/** What people read when the sending of a department's summary is not recorded. */
export const summaryMessages = {
  SummaryPeriodUnknown: {
    vi: 'Không có kỳ báo cáo này: kỳ là một năm hoặc nửa năm (2026, 2026-H1, 2026-H2).',
    en: 'There is no such period: it is a year or a half of one (2026, 2026-H1, 2026-H2).',
  },
  SummaryPeriodNotOver: {
    vi: 'Kỳ báo cáo tổng hợp chưa kết thúc.',
    en: 'The period of the summary is not over yet.',
  },
  SentBeforePeriodEnded: {
    vi: 'Ngày gửi không được trước khi kỳ báo cáo kết thúc.',
    en: 'The day of sending lies before the end of the period.',
  },
  SummaryAlreadySent: {
    vi: 'Đã ghi nhận gửi báo cáo này đến nơi nhận đã nêu; nếu ghi sai thì hủy ghi nhận trước.',
    en: 'It is recorded that this summary was sent there; withdraw that first where it is wrong.',
  },
  SummaryPositionUnknown: {
    vi: 'Nhật ký không có vị trí này.',
    en: 'The log has no such position.',
  },
  SummaryOfPartOfPeriod: {
    vi: 'Báo cáo lập tại vị trí này chưa gồm hết kỳ: sau đó trong kỳ còn có việc được ghi nhận.',
    en: 'A summary of this position leaves out a part of the period: more was recorded within it.',
  },
  SummaryOfLaterDay: {
    vi: 'Báo cáo tại vị trí này được lập sau ngày gửi đã nêu.',
    en: 'A summary of this position was made after the day on which it is said to have been sent.',
  },
  SummaryNeverDrawn: {
    vi: 'Chưa ai lập bản PDF tại vị trí này: hãy lập, hoặc tải lên bản đã gửi.',
    en: 'Nobody has drawn the paper at this position: draw it, or upload what was sent.',
  },
  SummaryNotSent: {
    vi: 'Chưa ghi nhận gửi báo cáo này đến nơi nhận đã nêu.',
    en: 'It is not recorded that this summary was sent there.',
  },
} as const satisfies Record<Exclude<SummaryRefusalName, Shared>, Bilingual>;
