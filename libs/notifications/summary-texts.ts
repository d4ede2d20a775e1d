import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { NoticeKind } from './notice.js';

/** What a department is told of the summaries that it owes itself. */
export const summaryTexts = {
  summaryDue: {
    vi: 'Báo cáo tổng hợp kỳ {reference} phải gửi[ chậm nhất ngày {due}].',
    en: 'The summary of the department for {reference} must be sent[ by {due}].',
  },
  summaryLate: {
    vi: 'Báo cáo tổng hợp kỳ {reference} quá hạn gửi[ (hạn ngày {due})]. Xin gửi, hoặc ghi nhận nếu đã gửi.',
    en: 'The summary of the department for {reference} is late[, it was due on {due}]. Send it, or record that it was sent.',
  },
} as const satisfies Partial<Record<NoticeKind, Bilingual>>;
