import type { Bilingual } from '#libs/kernel/bilingual.js';

/** Around the lines of a message. */
export const frameTexts = {
  subjectOne: { vi: 'Thông báo về {reference}', en: 'Notice about {reference}' },
  subjectMany: {
    vi: '{count} thông báo về hồ sơ và giấy phép',
    en: '{count} notices about dossiers and licences',
  },
  greeting: { vi: 'Kính gửi quý vị,', en: 'Hello,' },
  more: { vi: '… và {count} thông báo khác.', en: '… and {count} more.' },
  link: { vi: 'Xem chi tiết: {url}', en: 'See more: {url}' },
  statutory: {
    vi: 'Thông báo này do pháp luật quy định nên không thể hủy nhận.',
    en: 'The law orders this notice; it cannot be unsubscribed.',
  },
  unsubscribe: { vi: 'Không nhận bản tin này nữa: {url}', en: 'Do not send this digest any more: {url}' },
} as const satisfies Readonly<Record<string, Bilingual>>;
