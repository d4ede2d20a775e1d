import type { TechnicalRefusal } from '#libs/commands/answer.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { RefusalOf } from '#libs/kernel/refusal.js';
import type { FormFault } from '#libs/procedures/load-forms.js';

/** Refusals of the gateway itself, before a command is formed. */
export interface IntakeRefusals {
  readonly FormAnswersRejected: { readonly faults: readonly FormFault[] };
  readonly PapersNotUploaded: { readonly digests: readonly string[] };
}

export type IntakeRefusal = RefusalOf<IntakeRefusals>;

export const technicalMessages = {
  SubjectNotFound: {
    vi: 'Không tìm thấy hồ sơ hoặc giấy phép này.',
    en: 'There is no such dossier or licence.',
  },
  NotPermitted: {
    vi: 'Bạn không có quyền thực hiện việc này.',
    en: 'You may not do this here.',
  },
  StaleVersion: {
    vi: 'Nội dung đã thay đổi sau khi bạn xem. Hãy xem lại rồi thực hiện.',
    en: 'It changed after you looked at it. Look again, then decide.',
  },
  KeyReused: {
    vi: 'Mã chống gửi trùng đã được dùng cho một nội dung khác.',
    en: 'The idempotency key was used before with other content.',
  },
  ProcedureNotInForce: {
    vi: 'Thủ tục không tồn tại hoặc không có hiệu lực vào ngày này.',
    en: 'There is no such procedure, or it is not in force on this day.',
  },
  TooMuchContention: {
    vi: 'Nhiều người đang cùng xử lý việc này. Hãy thử lại.',
    en: 'Several people are changing this at once. Try again.',
  },
} as const satisfies Record<TechnicalRefusal['refusal'], Bilingual>;

export const intakeMessages = {
  FormAnswersRejected: {
    vi: 'Nội dung tờ khai chưa hợp lệ. Hãy sửa các mục được nêu.',
    en: 'The answers to the form are not valid. Correct the fields that are listed.',
  },
  PapersNotUploaded: {
    vi: 'Có giấy tờ chưa được tải lên, hoặc không do bạn tải lên.',
    en: 'A paper was not uploaded, or not by you.',
  },
} as const satisfies Record<IntakeRefusal['refusal'], Bilingual>;
