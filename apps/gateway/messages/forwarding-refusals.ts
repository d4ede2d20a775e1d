import type { DossierRefusalName } from '#libs/dossier/refusals.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';

/** What people read where another authority decides, and what it decided comes back. */
export const forwardingMessages = {
  DecidedElsewhere: {
    vi: 'Cơ quan khác có thẩm quyền cấp phép; ở đây chỉ phê duyệt việc chuyển hồ sơ kèm văn bản đề nghị.',
    en: 'Another authority decides; what is approved here is that the dossier is sent on to it.',
  },
  DecidedHere: {
    vi: 'Thủ tục này do cơ quan giải quyết, hồ sơ không chuyển đi nơi khác.',
    en: 'This procedure is decided here; the dossier is sent on to nobody.',
  },
  NotSentOn: {
    vi: 'Hồ sơ này không được chuyển đến cơ quan khác.',
    en: 'This dossier was not sent on to another authority.',
  },
  AnswerAlreadyRecorded: {
    vi: 'Kết quả của cơ quan có thẩm quyền đã được ghi nhận; ghi lại thì phải nêu lý do.',
    en: 'What the authority decided is on record; to record it anew, say why.',
  },
  NothingToCorrect: {
    vi: 'Chưa có kết quả nào được ghi nhận để sửa lại.',
    en: 'Nothing has been recorded that could be corrected.',
  },
  DateAhead: { vi: 'Ngày được nêu chưa đến.', en: 'The date lies ahead.' },
  DateBeforeSending: {
    vi: 'Ngày được nêu trước ngày chuyển hồ sơ.',
    en: 'The date is before the day on which the dossier was sent on.',
  },
  TextNotExpected: {
    vi: 'Mục được nêu không dùng trong trường hợp này.',
    en: 'The field that is named has no place here.',
  },
} as const satisfies Partial<Record<DossierRefusalName, Bilingual>>;

export type ForwardingRefusalName = keyof typeof forwardingMessages;
