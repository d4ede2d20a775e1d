import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { NoticeKind } from './notice.js';

/** Of the office's work about a licence and the documents that come of it, of what another authority decides, and of what is kept no more. */
export const letterTexts = {
  dossierForwarded: {
    vi: 'Hồ sơ {reference} đã được chuyển đến cơ quan có thẩm quyền cấp phép kèm văn bản đề nghị.',
    en: 'Dossier {reference} has been sent on, with a proposal, to the authority that decides.',
  },
  forwardingAnswered: {
    vi: 'Hồ sơ {reference}: cơ quan có thẩm quyền đã cấp giấy phép[ ngày {due}].',
    en: 'Dossier {reference}: the authority that decides has granted the licence[ on {due}].',
  },
  forwardingRefused: {
    vi: 'Hồ sơ {reference}: cơ quan có thẩm quyền không cấp giấy phép[, văn bản ngày {due}]. Xin xem lý do.',
    en: 'Dossier {reference}: the authority that decides has refused the licence[ on {due}]. See the reason.',
  },
  formErased: {
    vi: 'Hồ sơ {reference}: nội dung đơn và các phiếu của bộ phận một cửa đã được xóa.',
    en: 'Dossier {reference}: what was answered on the form and the slips of the desk have been erased.',
  },
  documentIssued: {
    vi: 'Giấy phép {reference}: cơ quan đã ban hành một văn bản về giấy phép của quý vị. Xin tải về để xem.',
    en: 'Licence {reference}: the authority has issued a document about your licence. Please download it.',
  },
  licenceWorkArrived: {
    vi: 'Giấy phép {reference}: có văn bản cần xử lý[, hạn {due}].',
    en: 'Licence {reference}: a document waits for you[, due {due}].',
  },
  licenceWorkDue: {
    vi: 'Giấy phép {reference}: công việc sắp đến hạn[: {due}].',
    en: 'Licence {reference}: work about it will soon be due[: {due}].',
  },
  licenceWorkLate: {
    vi: 'Giấy phép {reference}: công việc đã quá hạn[: {due}].',
    en: 'Licence {reference}: work about it is late[: it was due {due}].',
  },
} as const satisfies Partial<Record<NoticeKind, Bilingual>>;
