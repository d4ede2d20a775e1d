import type { Bilingual } from '#libs/kernel/bilingual.js';

/** To whom a department reports about the licences that it watches over. */
export type SummaryAddressee = 'ministry' | 'peoplesCommittee';

export const addresseeNames: Readonly<Record<SummaryAddressee, Bilingual>> = {
  ministry: {
    vi: 'Bộ Văn hóa, Thể thao và Du lịch (Cục Phát thanh, truyền hình và Thông tin điện tử)',
    en: 'Ministry of Culture, Sports and Tourism (Authority of Broadcasting and Electronic Information)',
  },
  peoplesCommittee: { vi: 'Ủy ban nhân dân tỉnh', en: 'People’s Committee of the province' },
};

/** By which way a summary went. */
export type SendingWay = 'documentSystem' | 'reportingSystem' | 'email' | 'post' | 'inPerson';

export const wayNames: Readonly<Record<SendingWay, Bilingual>> = {
  documentSystem: { vi: 'qua trục liên thông văn bản', en: 'by the exchange of electronic documents' },
  reportingSystem: { vi: 'qua hệ thống thông tin báo cáo', en: 'by the reporting information system' },
  email: { vi: 'qua thư điện tử', en: 'by e-mail' },
  post: { vi: 'qua dịch vụ bưu chính', en: 'by post' },
  inPerson: { vi: 'trực tiếp', en: 'in person' },
};
