import type { Outcome, Stage } from '#libs/dossier/state.js';
import { registerTerms } from '../graphql/terms.js';

export const StageTerms = registerTerms<Stage>('Stage', 'Where a dossier stands.', {
  receipt: { vi: 'chờ tiếp nhận', en: 'waits to be received' },
  completeness: { vi: 'kiểm tra thành phần hồ sơ', en: 'is checked for completeness' },
  supplement: { vi: 'chờ bổ sung', en: 'waits for supplements from the applicant' },
  appraisal: { vi: 'thẩm định', en: 'is appraised' },
  decision: { vi: 'trình ký', en: 'waits for the decision' },
  certificate: { vi: 'cấp số, ban hành giấy phép', en: 'the licence is numbered and printed' },
  handover: { vi: 'chờ trả kết quả', en: 'the result waits to be handed over' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
});

export const OutcomeTerms = registerTerms<Outcome>('Outcome', 'How a dossier ended.', {
  granted: { vi: 'đã cấp phép', en: 'licence granted' },
  forwarded: {
    vi: 'đã chuyển cơ quan có thẩm quyền kèm văn bản đề nghị',
    en: 'sent on to the competent authority with a proposal',
  },
  denied: { vi: 'từ chối cấp phép', en: 'licence denied' },
  refused: { vi: 'không được tiếp nhận', en: 'refused at the desk' },
  withdrawn: { vi: 'người nộp rút hồ sơ', en: 'withdrawn by the applicant' },
  stopped: { vi: 'dừng giải quyết', en: 'stopped' },
  redirected: { vi: 'chuyển cơ quan có thẩm quyền', en: 'redirected to the competent authority' },
  lapsed: { vi: 'quá hạn bổ sung', en: 'lapsed: no supplement came in time' },
});
