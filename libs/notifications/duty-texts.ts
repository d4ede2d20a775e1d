import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { NoticeKind } from './notice.js';

/** Of what a holder owes, and of renewing. A licence may owe several things at once: each is called as its procedure calls it. */
export const dutyTexts = {
  obligationDue: {
    vi: 'Giấy phép {reference}: nghĩa vụ[ “{duty}”] đến hạn[ ngày {due}].',
    en: 'Licence {reference}: a duty[, “{duty}”,] is due[ on {due}].',
  },
  obligationOverdue: {
    vi: 'Giấy phép {reference}: nghĩa vụ[ “{duty}”] đã quá hạn[ ngày {due}]. Xin thực hiện ngay.',
    en: 'Licence {reference}: a duty[, “{duty}”,] was due[ on {due}] and is overdue. Please meet it at once.',
  },
  renewalDue: {
    vi: 'Giấy phép {reference} hết hạn[ ngày {due}]. Xin nộp hồ sơ gia hạn kịp thời[, chậm nhất ngày {until}].',
    en: 'Licence {reference} ends[ on {due}]. File for an extension in time[, by {until} at the latest].',
  },
  renewalOver: {
    vi: 'Giấy phép {reference} hết hạn[ ngày {due}] và không còn được gia hạn. Nếu tiếp tục hoạt động, xin đề nghị cấp giấy phép mới.',
    en: 'Licence {reference} ends[ on {due}] and can no longer be extended. To go on, apply for a new licence.',
  },
  obligationAsked: {
    vi: 'Giấy phép {reference}: cơ quan yêu cầu thực hiện một nghĩa vụ[ (“{duty}”)][ trước hết ngày {due}].',
    en: 'Licence {reference}: the authority asks something of you[ (“{duty}”)][ by {due}].',
  },
  reportArrived: {
    vi: 'Giấy phép {reference}: có báo cáo mới cần kiểm tra[ (“{duty}”)].',
    en: 'Licence {reference}: a report has come in to be checked[ (“{duty}”)].',
  },
  reportReturned: {
    vi: 'Giấy phép {reference}: báo cáo[ “{duty}”] bị trả lại để chỉnh sửa. Xin xem lý do.',
    en: 'Licence {reference}: your report[ “{duty}”] was returned for correction. See the reason.',
  },
  reportAccepted: {
    vi: 'Giấy phép {reference}: báo cáo[ “{duty}”] đã được chấp nhận.',
    en: 'Licence {reference}: your report[ “{duty}”] has been accepted.',
  },
  obligationExcused: {
    vi: 'Giấy phép {reference}: quý vị được miễn một nghĩa vụ[ (“{duty}”)].',
    en: 'Licence {reference}: you have been excused from a duty[ (“{duty}”)].',
  },
  obligationMissed: {
    vi: 'Giấy phép {reference}: nghĩa vụ[ “{duty}”] đến hạn[ ngày {due}] không được thực hiện; cơ quan sẽ kiểm tra.',
    en: 'Licence {reference}: a duty[, “{duty}”,][ due {due}] was not fulfilled; an inspection is asked for.',
  },
  inspectionAsked: {
    vi: 'Giấy phép {reference}: cần kiểm tra vì nghĩa vụ[ “{duty}”][ đến hạn ngày {due}] không được thực hiện.',
    en: 'Licence {reference}: an inspection is to be done, since a duty[, “{duty}”,][ due {due}] was not fulfilled.',
  },
} as const satisfies Partial<Record<NoticeKind, Bilingual>>;
