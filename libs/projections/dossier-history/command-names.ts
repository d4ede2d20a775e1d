import type { DossierCommandType } from '#libs/dossier/commands.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceCommandType } from '#libs/licence/events.js';

/** What was asked for, as the office says it. Complete: a new command without a name does not compile. */
const names: Readonly<Record<DossierCommandType | LicenceCommandType, Bilingual>> = {
  submitDossier: { vi: 'Nộp hồ sơ', en: 'File the dossier' },
  acceptDossier: { vi: 'Tiếp nhận hồ sơ', en: 'Accept the dossier' },
  refuseIntake: { vi: 'Từ chối tiếp nhận', en: 'Refuse at intake' },
  redirectDossier: { vi: 'Hướng dẫn đến cơ quan có thẩm quyền', en: 'Direct to the competent authority' },
  confirmCompleteness: { vi: 'Xác nhận hồ sơ đầy đủ', en: 'Confirm completeness' },
  requestSupplement: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Request a supplement' },
  receiveSupplement: { vi: 'Nhận hồ sơ bổ sung', en: 'Receive the supplement' },
  lapseSupplement: { vi: 'Kết thúc thời hạn bổ sung', en: 'Close the answer window' },
  assignTask: { vi: 'Phân công việc', en: 'Assign a task' },
  claimTask: { vi: 'Nhận việc', en: 'Claim a task' },
  releaseTask: { vi: 'Trả lại việc', en: 'Release a task' },
  handOverTask: { vi: 'Bàn giao việc', en: 'Hand over a task' },
  recordAppraisal: { vi: 'Ghi kết quả thẩm định', en: 'Record the appraisal' },
  askOpinions: { vi: 'Lấy ý kiến', en: 'Ask for opinions' },
  giveOpinion: { vi: 'Cho ý kiến', en: 'Give an opinion' },
  noteOpinionOverdue: { vi: 'Ghi nhận ý kiến quá hạn', en: 'Note an overdue opinion' },
  proposeDecision: { vi: 'Trình dự thảo quyết định', en: 'Submit a draft decision' },
  returnDraft: { vi: 'Trả lại dự thảo', en: 'Return the draft' },
  grantLicence: { vi: 'Phê duyệt cấp giấy phép', en: 'Grant the licence' },
  denyLicence: { vi: 'Không cấp giấy phép', en: 'Deny the licence' },
  allocateLicenceNumber: { vi: 'Cấp số giấy phép', en: 'Allocate the licence number' },
  voidLicenceNumber: { vi: 'Hủy số giấy phép', en: 'Void a licence number' },
  issueCertificate: { vi: 'Lập bản giấy phép', en: 'Draw up the certificate' },
  enterLicence: { vi: 'Vào sổ đăng ký giấy phép', en: 'Enter the licence in the register' },
  handOverResult: { vi: 'Trả kết quả', en: 'Hand over the result' },
  withdrawDossier: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
  stopDossier: { vi: 'Dừng giải quyết hồ sơ', en: 'Stop processing' },
  reopenDossier: { vi: 'Mở lại hồ sơ', en: 'Re-open the dossier' },
  extendDeadline: { vi: 'Gia hạn giải quyết', en: 'Extend the deadline' },
  moveDeadlines: { vi: 'Tính lại các thời hạn theo lịch mới', en: 'Reckon the limits by a new calendar' },
  remindOfficer: { vi: 'Nhắc việc', en: 'Remind the officer' },
  escalateLateness: { vi: 'Báo cáo việc quá hạn', en: 'Report lateness' },
  remindApplicant: { vi: 'Nhắc người nộp hồ sơ', en: 'Remind the applicant' },
  openLicence: { vi: 'Mở theo dõi giấy phép', en: 'Open the licence' },
  remindObligation: { vi: 'Nhắc nghĩa vụ', en: 'Remind of an obligation' },
  remindRenewal: { vi: 'Nhắc gia hạn giấy phép', en: 'Remind of renewal' },
  expireLicence: { vi: 'Ghi nhận giấy phép hết hạn', en: 'Record the expiry' },
};

/** Commands of earlier software may be unknown today: they keep their recorded name. */
export function commandName(command: string): Bilingual {
  return Object.hasOwn(names, command) ? names[command as keyof typeof names] : { vi: command, en: command };
}
