import type { DossierRefusalName } from '#libs/dossier/refusals.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';

/** What people read where what was answered on a form is still needed, or is kept no more. */
export const erasureMessages = {
  LicenceNotYetEntered: {
    vi: 'Giấy phép của hồ sơ chưa được vào sổ.',
    en: 'The licence of the dossier is not in the register yet.',
  },
  LicenceNeedsForm: {
    vi: 'Giấy phép chưa chấm dứt hoặc còn văn bản phải ban hành: nội dung đơn còn cần để lập văn bản.',
    en: 'The licence has not ended or a document about it is still owed: papers are drawn from the form.',
  },
  FormIsErased: {
    vi: 'Nội dung đơn của hồ sơ đã được xóa.',
    en: 'What was answered on the form of the dossier was erased.',
  },
} as const satisfies Partial<Record<DossierRefusalName, Bilingual>>;

export type ErasureRefusalName = keyof typeof erasureMessages;
