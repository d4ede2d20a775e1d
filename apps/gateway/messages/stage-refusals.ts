import type { DossierRefusalName } from '#libs/dossier/refusals.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';

/** What people read when a command belongs to another stage of the dossier. */
export const stageMessages = {
  NotFiledYet: { vi: 'Hồ sơ chưa được nộp.', en: 'The dossier has not been filed.' },
  AlreadyFiled: { vi: 'Hồ sơ đã được nộp.', en: 'The dossier has been filed already.' },
  NotYetAccepted: { vi: 'Hồ sơ chưa được tiếp nhận.', en: 'The dossier has not been accepted yet.' },
  AlreadyAccepted: { vi: 'Hồ sơ đã được tiếp nhận.', en: 'The dossier has been accepted already.' },
  WaitsForSupplement: {
    vi: 'Hồ sơ đang chờ người nộp bổ sung.',
    en: 'The dossier waits for supplements from the applicant.',
  },
  NoSupplementAsked: {
    vi: 'Không có yêu cầu bổ sung nào đang chờ.',
    en: 'No supplement has been asked for.',
  },
  NotYetUnderAppraisal: {
    vi: 'Hồ sơ chưa chuyển sang thẩm định.',
    en: 'The dossier is not under appraisal yet.',
  },
  AlreadyUnderAppraisal: { vi: 'Hồ sơ đang được thẩm định.', en: 'The dossier is under appraisal already.' },
  NoDecisionProposed: { vi: 'Chưa có dự thảo trình ký.', en: 'No draft has been proposed.' },
  DecisionIsProposed: { vi: 'Dự thảo đang chờ ký.', en: 'A draft waits for the decision.' },
  NotYetGranted: { vi: 'Chưa có quyết định cấp phép.', en: 'The licence has not been granted.' },
  AlreadyDecided: { vi: 'Hồ sơ đã có quyết định.', en: 'The dossier has been decided already.' },
  CertificateNotIssued: {
    vi: 'Giấy phép chưa được ban hành.',
    en: 'The certificate has not been issued yet.',
  },
  CertificateAlreadyIssued: {
    vi: 'Giấy phép đã được ban hành.',
    en: 'The certificate has been issued already.',
  },
  DossierClosed: { vi: 'Hồ sơ đã kết thúc.', en: 'The dossier is closed.' },
  DossierStillOpen: { vi: 'Hồ sơ chưa kết thúc.', en: 'The dossier is still open.' },
} as const satisfies Partial<Record<DossierRefusalName, Bilingual>>;

export type StageRefusalName = keyof typeof stageMessages;
