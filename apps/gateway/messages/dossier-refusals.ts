import type { DossierRefusalName } from '#libs/dossier/refusals.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { erasureMessages, type ErasureRefusalName } from './erasure-refusals.js';
import { forwardingMessages, type ForwardingRefusalName } from './forwarding-refusals.js';
import { stageMessages, type StageRefusalName } from './stage-refusals.js';

/** What people read when a rule of the procedure or of the office says no. What exactly is in the details. */
const ruleMessages = {
  ProcedureProvisional: {
    vi: 'Phiên bản thủ tục này còn số liệu chưa được kiểm chứng, chỉ dùng để trình diễn.',
    en: 'This version of the procedure has figures that are not verified; it is for demonstration only.',
  },
  NotInForceOnDay: {
    vi: 'Phiên bản thủ tục này không có hiệu lực vào ngày nộp hồ sơ.',
    en: 'This version of the procedure is not in force on the day of filing.',
  },
  ChannelNotOffered: {
    vi: 'Thủ tục này không nhận hồ sơ theo cách nộp đã chọn.',
    en: 'This procedure is not offered in this way.',
  },
  ApplicantKindNotServed: {
    vi: 'Thủ tục này không áp dụng cho loại tổ chức đã chọn; thủ tục phù hợp (nếu có) được nêu kèm theo.',
    en: 'This procedure is not for this kind of applicant; the one that is, where there is one, is named.',
  },
  LicenceNotNamed: {
    vi: 'Phải nêu giấy phép mà hồ sơ đề nghị thay đổi.',
    en: 'The licence that the application is about must be named.',
  },
  LicenceNotExpected: {
    vi: 'Thủ tục này cấp giấy phép mới, không nêu giấy phép đã có.',
    en: 'This procedure issues a new licence; none is named.',
  },
  NotHolderOfLicence: {
    vi: 'Người nộp hồ sơ không có giấy phép này.',
    en: 'The applicant holds no such licence.',
  },
  PaperUnknown: { vi: 'Thủ tục không có thành phần hồ sơ này.', en: 'The procedure knows no such paper.' },
  PaperNotForApplicant: {
    vi: 'Giấy tờ này không áp dụng cho loại tổ chức của người nộp.',
    en: 'This paper is not for this kind of applicant.',
  },
  PaperTwice: { vi: 'Giấy tờ này chỉ được nộp một bản.', en: 'This paper is handed in once only.' },
  PapersMissing: { vi: 'Hồ sơ còn thiếu giấy tờ bắt buộc.', en: 'Required papers are missing.' },
  ReasonsMissing: { vi: 'Phải nêu ít nhất một lý do.', en: 'At least one reason must be given.' },
  ReasonUnknown: {
    vi: 'Lý do này không có trong danh mục của thủ tục.',
    en: 'This reason is not in the list of the procedure.',
  },
  TextMissing: {
    vi: 'Phải ghi nội dung vào mục được nêu.',
    en: 'The field that is named must not be empty.',
  },
  SupplementEmpty: {
    vi: 'Yêu cầu bổ sung phải nêu ít nhất một nội dung.',
    en: 'A request for supplements must ask for something.',
  },
  SupplementItemUnclear: {
    vi: 'Nội dung yêu cầu bổ sung không thuộc giấy tờ hay tờ khai nào của thủ tục.',
    en: 'What is asked for is neither a paper nor a field of this procedure.',
  },
  DeficiencyUnknown: {
    vi: 'Mã thiếu sót không có trong danh mục của thủ tục.',
    en: 'This deficiency is not in the list of the procedure.',
  },
  SupplementsUsedUp: {
    vi: 'Đã hết số lần được yêu cầu bổ sung hồ sơ.',
    en: 'No further supplement may be asked for.',
  },
  TooLateToAskSupplement: {
    vi: 'Đã quá thời hạn được yêu cầu bổ sung hồ sơ.',
    en: 'The time for asking for supplements is over.',
  },
  SupplementTooLate: {
    vi: 'Đã hết thời hạn bổ sung hồ sơ.',
    en: 'The time for answering the request for supplements is over.',
  },
  SupplementRoundUnknown: {
    vi: 'Không có lần yêu cầu bổ sung này.',
    en: 'There was no such request for supplements.',
  },
  SupplementIncomplete: {
    vi: 'Chưa bổ sung đủ các nội dung được yêu cầu.',
    en: 'Not everything that was asked for has been brought.',
  },
  UnknownTask: { vi: 'Hồ sơ không có việc này.', en: 'The dossier has no such task.' },
  TaskNotOpen: { vi: 'Việc này đã xong hoặc không còn phải làm.', en: 'This task is no longer open.' },
  TaskHeldByAnother: { vi: 'Việc này đang do người khác xử lý.', en: 'Somebody else holds this task.' },
  HandedToSelf: {
    vi: 'Không thể bàn giao việc cho chính mình.',
    en: 'A task cannot be handed over to oneself.',
  },
  RedirectedToSelf: {
    vi: 'Cơ quan được nêu chính là cơ quan đang giải quyết hồ sơ.',
    en: 'The authority that is named is the one that has the dossier.',
  },
  TaskNotHeld: { vi: 'Bạn không giữ việc này.', en: 'You do not hold this task.' },
  ChecklistItemUnknown: { vi: 'Danh mục thẩm định không có mục này.', en: 'The checklist has no such item.' },
  ChecklistItemTwice: {
    vi: 'Một mục thẩm định được ghi kết quả hai lần.',
    en: 'An item of the checklist has two findings.',
  },
  ChecklistIncomplete: {
    vi: 'Chưa ghi kết quả cho mọi mục thẩm định.',
    en: 'Not every item of the checklist has a finding.',
  },
  ChecklistItemUnmet: {
    vi: 'Còn mục thẩm định chưa đạt, không thể đề nghị cấp phép.',
    en: 'A requirement is not met, so a grant cannot be proposed.',
  },
  AgenciesMissing: {
    vi: 'Phải chọn ít nhất một cơ quan để lấy ý kiến.',
    en: 'At least one agency must be asked.',
  },
  AgencyNotConsulted: {
    vi: 'Thủ tục không quy định lấy ý kiến cơ quan này.',
    en: 'The procedure does not consult this agency.',
  },
  OpinionAlreadyAsked: { vi: 'Đã lấy ý kiến cơ quan này.', en: 'This agency has been asked already.' },
  OpinionNotAsked: { vi: 'Chưa lấy ý kiến cơ quan này.', en: 'This agency was not asked.' },
  OpinionAlreadyGiven: { vi: 'Cơ quan này đã cho ý kiến.', en: 'This agency has given its opinion already.' },
  OpinionsNotAsked: {
    vi: 'Chưa lấy ý kiến các cơ quan phải lấy ý kiến.',
    en: 'Agencies that must be consulted have not been asked.',
  },
  OpinionsStillAwaited: { vi: 'Còn chờ ý kiến của cơ quan phối hợp.', en: 'Opinions are still awaited.' },
  ObjectionForbidsGrant: {
    vi: 'Cơ quan phối hợp không đồng ý, nên không được cấp phép.',
    en: 'An agency objects, which forbids the grant.',
  },
  ReasonsNotExpected: {
    vi: 'Dự thảo cấp giấy phép không kèm lý do từ chối.',
    en: 'A draft that grants gives no reasons for a denial.',
  },
  TermNotExpected: {
    vi: 'Dự thảo không cấp giấy phép không kèm thời hạn.',
    en: 'A draft that denies names no term.',
  },
  TermNotAllowed: {
    vi: 'Thời hạn giấy phép vượt quá mức cho phép hoặc chưa ghi.',
    en: 'The term is missing or longer than allowed.',
  },
  PreparerMayNotApprove: {
    vi: 'Người soạn dự thảo không được tự phê duyệt.',
    en: 'Who prepared the draft may not approve it.',
  },
  DraftSaysOtherwise: { vi: 'Dự thảo đề nghị kết quả khác.', en: 'The draft proposes the other decision.' },
  NumberAlreadyAllocated: { vi: 'Giấy phép đã được cấp số.', en: 'The licence already has a number.' },
  NumberNotAllocated: { vi: 'Giấy phép chưa được cấp số.', en: 'The licence has no number yet.' },
  SignatureIsOfAnother: {
    vi: 'Việc ký văn bản là của người đã quyết định.',
    en: 'The paper is signed by the person who decided.',
  },
  SignatureNotRefused: {
    vi: 'Chưa có ai từ chối ký văn bản này.',
    en: 'Nobody has refused to sign this paper.',
  },
  LicenceAlreadyEntered: { vi: 'Giấy phép đã được vào sổ.', en: 'The licence is in the register already.' },
  OtherLicence: {
    vi: 'Hồ sơ này dẫn đến một giấy phép khác.',
    en: 'This dossier led to another licence.',
  },
  NoLicenceToEnter: { vi: 'Không có giấy phép để vào sổ.', en: 'There is no licence to enter.' },
  NotReopenable: {
    vi: 'Hồ sơ kết thúc như vậy không được mở lại.',
    en: 'A dossier that ended in this way cannot be reopened.',
  },
  AlreadyExtended: { vi: 'Chỉ được gia hạn một lần.', en: 'The time may be extended once only.' },
  DaysNotAllowed: {
    vi: 'Số ngày gia hạn nằm ngoài mức cho phép.',
    en: 'The number of days is outside what is allowed.',
  },
  ExtensionTooLate: {
    vi: 'Đã quá hạn gửi thư xin lỗi và gia hạn thời gian giải quyết.',
    en: 'It is too late for an apology and an extension.',
  },
  EditionNotInForce: {
    vi: 'Phiên bản lịch làm việc này hiện không có hiệu lực với hồ sơ.',
    en: 'This edition of the calendar is not the one in force for the dossier.',
  },
  NotYetDue: { vi: 'Chưa đến thời điểm thực hiện việc này.', en: 'The time for this has not come.' },
  AlreadyDone: { vi: 'Việc này đã được thực hiện.', en: 'This has been done already.' },
} as const satisfies Record<
  Exclude<DossierRefusalName, StageRefusalName | ForwardingRefusalName | ErasureRefusalName>,
  Bilingual
>;

/** Complete by its type: a new refusal without a message does not compile. */
export const dossierMessages = {
  ...stageMessages,
  ...ruleMessages,
  ...forwardingMessages,
  ...erasureMessages,
} as const satisfies Record<DossierRefusalName, Bilingual>;
