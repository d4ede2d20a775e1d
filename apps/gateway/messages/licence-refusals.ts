import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceRefusalName } from '#libs/licence/refusals.js';

/** What dossiers are refused by the same name for has its message there. */
type Shared = 'TextMissing' | 'AlreadyDone' | 'NotYetDue' | 'SignatureNotRefused';

/** What people read when a rule about licences says no. What exactly is in the details. */
export const licenceMessages = {
  LicenceNotOpened: { vi: 'Giấy phép chưa vào sổ đăng ký.', en: 'The licence is not in the register yet.' },
  LicenceAlreadyOpened: { vi: 'Giấy phép đã có trong sổ.', en: 'The licence is in the register already.' },
  LicenceExpired: { vi: 'Giấy phép đã hết hiệu lực.', en: 'The licence has expired.' },
  LicenceRevoked: { vi: 'Giấy phép đã bị thu hồi.', en: 'The licence was revoked.' },
  LicenceReturned: { vi: 'Giấy phép đã được trả lại.', en: 'The licence was returned by its holder.' },
  LicenceReplaced: {
    vi: 'Giấy phép đã được thay thế bằng giấy phép khác.',
    en: 'The licence was replaced by another.',
  },
  LicenceSuspended: { vi: 'Giấy phép đang bị đình chỉ.', en: 'The licence is suspended.' },
  LicenceNotSuspended: { vi: 'Giấy phép không bị đình chỉ.', en: 'The licence is not suspended.' },
  TermEndsBeforeIssue: {
    vi: 'Ngày hết hạn sớm hơn ngày cấp.',
    en: 'The last day lies before the day of issue.',
  },
  ObligationUnknown: { vi: 'Giấy phép không có nghĩa vụ này.', en: 'The licence has no such obligation.' },
  ObligationNotOwed: {
    vi: 'Giấy phép không có nghĩa vụ này vào ngày đã nêu.',
    en: 'The licence does not owe this on that day.',
  },
  ObligationSettled: { vi: 'Nghĩa vụ này đã kết thúc.', en: 'This obligation has ended already.' },
  ObligationAlreadyAsked: { vi: 'Đã yêu cầu nghĩa vụ này.', en: 'This was asked for already.' },
  ReminderUnknown: { vi: 'Không có lần nhắc này.', en: 'There is no such reminder.' },
  NotProvided: {
    vi: 'Phiên bản thủ tục của giấy phép này không quy định việc này.',
    en: 'The version of the procedure under which the licence was issued does not provide for this.',
  },
  DateNotAhead: { vi: 'Thời hạn phải sau ngày hôm nay.', en: 'The due date must lie after today.' },
  DueAfterTheEnd: {
    vi: 'Thời hạn không được sau ngày hết hiệu lực của giấy phép.',
    en: 'The due date may not lie after the last day of the licence.',
  },
  DateAhead: { vi: 'Ngày này chưa đến.', en: 'That day has not come yet.' },
  NothingToSubmit: { vi: 'Nghĩa vụ này không có báo cáo để nộp.', en: 'Nothing is handed in for this.' },
  WrongPeriod: { vi: 'Báo cáo không đúng kỳ.', en: 'The report is about the wrong period.' },
  PeriodNotOver: { vi: 'Kỳ báo cáo chưa kết thúc.', en: 'The period reported on is not over yet.' },
  ReportAlreadySubmitted: {
    vi: 'Báo cáo đã được nộp và đang chờ xem xét.',
    en: 'A report was handed in and is being examined.',
  },
  NoReportSubmitted: { vi: 'Không có báo cáo nào đang chờ xem xét.', en: 'No report waits to be examined.' },
  InspectionUnknown: {
    vi: 'Giấy phép không có việc kiểm tra này.',
    en: 'The licence has no such inspection.',
  },
  InspectionEnded: { vi: 'Việc kiểm tra này đã kết thúc.', en: 'This inspection has ended already.' },
  InspectionTaken: {
    vi: 'Người khác đang thực hiện việc kiểm tra này.',
    en: 'Somebody else holds this inspection.',
  },
  InspectionNotHeld: {
    vi: 'Chưa ai nhận việc kiểm tra này: hãy nhận trước khi kết luận.',
    en: 'Nobody holds this inspection: take it first.',
  },
  NotOfThisFinding: {
    vi: 'Nội dung kèm theo không phù hợp với kết luận kiểm tra.',
    en: 'What is said beside the finding does not belong to it.',
  },
  ViolationUnknown: {
    vi: 'Thủ tục không có hành vi vi phạm này.',
    en: 'The procedure knows no such violation.',
  },
  MeasureNotForViolation: {
    vi: 'Pháp luật quy định biện pháp khác đối với hành vi này.',
    en: 'The law provides another measure for this violation.',
  },
  RemedyNotOverrun: {
    vi: 'Chưa quá thời hạn khắc phục, hoặc yêu cầu đã được thực hiện.',
    en: 'The time for the remedy is not overrun, or it was carried out.',
  },
  RemedyNotInWriting: {
    vi: 'Yêu cầu khắc phục chưa được ban hành bằng văn bản trong thời hạn khắc phục, nên chưa có căn cứ đình chỉ. Hãy yêu cầu lại.',
    en: 'The remedy was not ordered by letter before its day, so nothing can be suspended for it. Order it anew.',
  },
  AlreadySuspendedFor: {
    vi: 'Giấy phép đã bị đình chỉ một lần vì yêu cầu khắc phục này.',
    en: 'The licence was suspended for this remedy already.',
  },
  DocumentUnknown: {
    vi: 'Không có văn bản này của giấy phép.',
    en: 'There is no such document of this licence.',
  },
  DocumentNotNeeded: {
    vi: 'Văn bản không còn cần thiết: nghĩa vụ đã kết thúc.',
    en: 'The letter is needed no more: its duty is settled.',
  },
  DocumentAlreadyOrdered: {
    vi: 'Đã có một công văn nhắc nghĩa vụ này đang chờ ban hành.',
    en: 'A letter about this duty is already under way.',
  },
  DocumentAlreadyApproved: { vi: 'Văn bản đã được duyệt.', en: 'The document was approved already.' },
  DocumentNotApproved: {
    vi: 'Công văn chưa được lãnh đạo duyệt.',
    en: 'The letter has not been approved yet.',
  },
  DocumentAlreadyIssued: { vi: 'Văn bản đã được ban hành.', en: 'The document is out already.' },
  DocumentNumberAlreadyAllocated: {
    vi: 'Văn bản đã có số.',
    en: 'The document has its number already.',
  },
  DocumentNotNumbered: {
    vi: 'Văn bản chưa có số này.',
    en: 'The document does not have that number.',
  },
  OrdererMayNotApprove: {
    vi: 'Người yêu cầu soạn công văn không được tự duyệt.',
    en: 'Who had a letter written may not approve it.',
  },
  NewLicenceNeeded: {
    vi: 'Thay đổi nội dung này phải đề nghị cấp giấy phép mới.',
    en: 'A change of this needs a new licence.',
  },
  NothingAmended: { vi: 'Phải nêu ít nhất một nội dung sửa đổi.', en: 'At least one change must be named.' },
  ExtensionFiledLate: {
    vi: 'Đề nghị gia hạn nộp quá muộn trước ngày hết hiệu lực.',
    en: 'The extension was asked for too late before the licence expires.',
  },
  ExtensionsUsedUp: { vi: 'Đã hết số lần gia hạn.', en: 'The licence cannot be extended again.' },
  ExtensionTooLong: { vi: 'Thời gian gia hạn vượt mức cho phép.', en: 'The extension is too long.' },
} as const satisfies Record<Exclude<LicenceRefusalName, Shared>, Bilingual>;
