import type { Bilingual } from '#libs/kernel/bilingual.js';
import { dutyTexts } from './duty-texts.js';
import { letterTexts } from './letter-texts.js';
import type { NoticeKind } from './notice.js';
import { summaryTexts } from './summary-texts.js';

/** Stands in each message that was sent: which wording somebody was given can be told later. */
export const textsVersion = '2026-11-29.2';

/** What stands in braces is filled in; what stands in brackets is left out where something in them is not known. */
export const noticeTexts: Readonly<Record<NoticeKind, Bilingual>> = {
  ...dutyTexts,
  ...letterTexts,
  ...summaryTexts,
  dossierReceived: {
    vi: 'Hồ sơ {reference} đã được gửi đến cơ quan[, sẽ được tiếp nhận trước {due}].',
    en: 'Dossier {reference} has arrived[ and will be accepted or returned by {due}].',
  },
  dossierAccepted: {
    vi: 'Hồ sơ {reference} đã được tiếp nhận[, ngày hẹn trả kết quả: {due}].',
    en: 'Dossier {reference} has been accepted[; result promised for {due}].',
  },
  intakeRefused: {
    vi: 'Hồ sơ {reference} bị từ chối tiếp nhận. Xin xem lý do và hướng dẫn.',
    en: 'Dossier {reference} was not accepted. See the reasons and the guidance.',
  },
  dossierRedirected: {
    vi: 'Hồ sơ {reference} thuộc thẩm quyền của cơ quan khác. Xin xem hướng dẫn.',
    en: 'Dossier {reference} belongs to another agency. See the guidance.',
  },
  supplementRequested: {
    vi: 'Hồ sơ {reference} cần được bổ sung[ trước {due}].',
    en: 'Dossier {reference} needs to be supplemented[ by {due}].',
  },
  supplementReceived: {
    vi: 'Đã nhận phần bổ sung của hồ sơ {reference}[, thời hạn giải quyết: {due}].',
    en: 'The supplement of dossier {reference} has been received[; due {due}].',
  },
  supplementLapsed: {
    vi: 'Hồ sơ {reference} đã quá hạn bổ sung và được đóng lại.',
    en: 'Dossier {reference} was closed: the supplement did not come in time.',
  },
  licenceDenied: {
    vi: 'Hồ sơ {reference} không được cấp phép. Xin xem văn bản trả lời và lý do.',
    en: 'The licence asked for with dossier {reference} was denied. See the letter and its reasons.',
  },
  resultReady: {
    vi: 'Đã có kết quả giải quyết hồ sơ {reference}[, xin nhận trước {due}].',
    en: 'The result of dossier {reference} is ready[; handed over by {due}].',
  },
  entryDropped: {
    vi: 'Hồ sơ {reference}: giấy phép đã chấm dứt hoặc đã thay đổi đến mức cho phép nên quyết định không được thực hiện.',
    en: 'Dossier {reference}: the licence has ended or was changed as far as it may be, so the decision is not carried out.',
  },
  resultHandedOver: {
    vi: 'Đã trả kết quả hồ sơ {reference}.',
    en: 'The result of dossier {reference} has been handed over.',
  },
  dossierWithdrawn: {
    vi: 'Hồ sơ {reference} đã được rút theo yêu cầu.',
    en: 'Dossier {reference} has been withdrawn as asked.',
  },
  dossierStopped: {
    vi: 'Đã dừng giải quyết hồ sơ {reference}. Xin xem lý do.',
    en: 'Work on dossier {reference} has been stopped. See the reasons.',
  },
  dossierReopened: {
    vi: 'Hồ sơ {reference} được mở lại[, thời hạn giải quyết: {due}].',
    en: 'Dossier {reference} has been opened again[; due {due}].',
  },
  deadlineExtended: {
    vi: 'Cơ quan xin lỗi vì chậm giải quyết hồ sơ {reference}[, ngày hẹn trả kết quả mới: {due}].',
    en: 'We apologise: dossier {reference} takes longer[; the new date is {due}].',
  },
  deadlinesMoved: {
    vi: 'Thời hạn của hồ sơ {reference} thay đổi theo lịch làm việc mới[, nay là {due}].',
    en: 'The deadline of dossier {reference} moved with the calendar of working days[ to {due}].',
  },
  applicantReminded: {
    vi: 'Nhắc lại: hồ sơ {reference} đang chờ quý vị.',
    en: 'A reminder: dossier {reference} is waiting for you.',
  },
  licenceOpened: {
    vi: 'Giấy phép {reference} có hiệu lực[ đến {due}].',
    en: 'Licence {reference} is in force[ until {due}].',
  },
  inspectionClosed: {
    vi: 'Giấy phép {reference}: việc kiểm tra đã kết thúc. Xin xem kết luận.',
    en: 'Licence {reference}: the inspection has ended. See what was found.',
  },
  licenceSuspended: {
    vi: 'Giấy phép {reference} bị tạm đình chỉ[ đến ngày {due}]. Xin xem quyết định và quyền khiếu nại.',
    en: 'Licence {reference} has been suspended[ until {due}]. See the decision and how to appeal.',
  },
  licenceResumed: {
    vi: 'Giấy phép {reference} có hiệu lực trở lại.',
    en: 'Licence {reference} is in force again.',
  },
  licenceRevoked: {
    vi: 'Giấy phép {reference} bị thu hồi. Có thể khiếu nại[ đến ngày {due}].',
    en: 'Licence {reference} has been revoked. An appeal is open[ until {due}].',
  },
  licenceReturned: {
    vi: 'Giấy phép {reference} đã được trả lại theo đề nghị của quý vị.',
    en: 'Licence {reference} has been returned as you asked.',
  },
  licenceReplaced: {
    vi: 'Giấy phép {reference} đã được thay thế bằng giấy phép khác.',
    en: 'Licence {reference} has been replaced by another one.',
  },
  licenceAmended: {
    vi: 'Giấy phép {reference} đã được sửa đổi, bổ sung.',
    en: 'Licence {reference} has been amended.',
  },
  licenceExtended: {
    vi: 'Giấy phép {reference} đã được gia hạn[ đến ngày {due}].',
    en: 'Licence {reference} has been extended[ until {due}].',
  },
  licenceReissued: {
    vi: 'Giấy phép {reference} đã được cấp lại.',
    en: 'Licence {reference} has been re-issued.',
  },
  holderChangeNoted: {
    vi: 'Giấy phép {reference}: thông báo thay đổi của quý vị đã được ghi nhận.',
    en: 'Licence {reference}: your notice of change has been recorded.',
  },
  holderChangeLate: {
    vi: 'Giấy phép {reference}: thông báo thay đổi của quý vị đã được ghi nhận, nhưng nộp quá hạn[ ({until})].',
    en: 'Licence {reference}: your notice of change has been recorded; it came late[: it was due by {until}].',
  },
  licenceExpired: {
    vi: 'Giấy phép {reference} đã hết hiệu lực[ từ ngày {due}].',
    en: 'Licence {reference} has expired[ on {due}].',
  },
  workArrived: {
    vi: 'Hồ sơ {reference} có việc mới cần xử lý[, hạn {due}].',
    en: 'Dossier {reference} has work for your team[, due {due}].',
  },
  taskAssigned: {
    vi: 'Quý vị được giao xử lý hồ sơ {reference}.',
    en: 'A task of dossier {reference} has been given to you.',
  },
  taskDue: {
    vi: 'Hồ sơ {reference} sắp đến hạn xử lý[: {due}].',
    en: 'Dossier {reference} will soon be due[: {due}].',
  },
  taskLate: {
    vi: 'Hồ sơ {reference} đã quá hạn xử lý[: {due}].',
    en: 'Dossier {reference} is late[: it was due {due}].',
  },
  draftReturned: {
    vi: 'Dự thảo của hồ sơ {reference} được trả lại.',
    en: 'The draft of dossier {reference} was returned.',
  },
  opinionAsked: {
    vi: 'Cơ quan được đề nghị cho ý kiến về hồ sơ {reference}[ trước {due}].',
    en: 'Your opinion on dossier {reference} is asked for[ by {due}].',
  },
  opinionOverdue: {
    vi: 'Ý kiến về hồ sơ {reference} đã quá hạn[: {due}].',
    en: 'Your opinion on dossier {reference} is overdue[: it was due {due}].',
  },
  deliveryFailed: {
    vi: 'Không gửi được thông báo theo luật định về {reference}. Xin liên hệ người liên quan bằng cách khác.',
    en: 'A statutory notice about {reference} could not be delivered. Please reach the person in another way.',
  },
  addressBounces: {
    vi: 'Thư gửi đến địa chỉ e-mail của quý vị bị trả lại ({reference}). Xin cập nhật địa chỉ; thông báo tạm gửi bằng cách khác.',
    en: 'Mail to your e-mail address comes back ({reference}). Please update it; notices go another way meanwhile.',
  },
};
